import type { Topic } from '../topic.ts';

export const notify: Topic = {
  topic: 'notify',
  lockMilliseconds: 30_000,
  effect: (effects) => effects.notify,
};
