import type { Topic } from '../topic.ts';

export const archiveAppend: Topic = {
  topic: 'archive.append',
  lockMilliseconds: 30_000,
  effect: (effects) => effects.appendArchive,
};
