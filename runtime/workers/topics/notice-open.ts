import type { Topic } from '../topic.ts';

export const noticeOpen: Topic = {
  topic: 'notice.open',
  lockMilliseconds: 30_000,
  effect: (effects) => effects.openNotice,
};
