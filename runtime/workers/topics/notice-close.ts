import type { Topic } from '../topic.ts';

export const noticeClose: Topic = {
  topic: 'notice.close',
  lockMilliseconds: 30_000,
  effect: (effects) => effects.closeNotice,
};
