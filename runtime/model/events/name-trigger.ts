import { nameOf } from './event-name.ts';
import type { TriggerReader } from './trigger-reader.ts';

export const messageTrigger: TriggerReader = {
  on: 'message',
  camunda: [],
  read(event, definition, report) {
    const message = nameOf(event, definition, 'messageRef', report);
    return message === undefined ? undefined : { on: 'message', message };
  },
};

export const signalTrigger: TriggerReader = {
  on: 'signal',
  camunda: [],
  read(event, definition, report) {
    const signal = nameOf(event, definition, 'signalRef', report);
    return signal === undefined ? undefined : { on: 'signal', signal };
  },
};
