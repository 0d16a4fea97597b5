import { flagOf, idOf, textOf } from '../moddle-element.ts';
import type { ElementReader } from './element-reader.ts';

/** Exclusive and on the way: what a gateway that starts a process or waits for every event means, Camunda 7 does not execute. */
export const eventBasedGateway: ElementReader = {
  type: 'bpmn:EventBasedGateway',
  camunda: [],
  takesMappings: false,
  read(element, report) {
    if (!flagOf(element, 'instantiate') && textOf(element, 'eventGatewayType') !== 'Parallel')
      return { kind: 'event-based-gateway', type: 'eventBasedGateway' };
    const elementId = idOf(element);
    const advice = 'use several start events, or a parallel gateway';
    const message = `The event-based gateway "${elementId}" starts the process or waits for all events, which is not supported; ${advice}`;
    report.add('unsupported-element', { elementId }, message, { type: 'eventBasedGateway', advice });
    return undefined;
  },
};
