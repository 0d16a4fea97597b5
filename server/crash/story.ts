import type { Random } from '../demo/random.ts';
import type { DemoPupil } from './demo-people.ts';

export type Step = 'submit' | 'return' | 'revise' | 'confirm';

/** One record, what its people will do with it, and what of that was acknowledged. */
export interface Story {
  readonly title: string;
  readonly pupil: DemoPupil;
  readonly toDo: Step[];
  readonly done: Step[];
}

/** `perPupil` records of each pupil, decided by `random`. */
export function writeStories(random: Random, pupils: readonly DemoPupil[], perPupil: number): Story[] {
  return pupils.flatMap((pupil, index) =>
    Array.from({ length: perPupil }, (_, number): Story => {
      const title = `社区志愿服务R${String(index * perPupil + number).padStart(4, '0')}`;
      const ending = random.weighted<'undecided' | 'returned' | 'confirmed'>([
        ['confirmed', 80],
        ['undecided', 12],
        ['returned', 8],
      ]);
      const rounds: Step[] =
        ending === 'returned' ? ['return'] : random.chance(0.25) ? ['return', 'revise'] : [];
      const toDo: Step[] = ['submit', ...rounds, ...(ending === 'confirmed' ? (['confirm'] as const) : [])];
      return { title, pupil, toDo, done: [] };
    }),
  );
}

/** How many commands the stories make, told or not. */
export const commandsOf = (stories: readonly Story[]) =>
  stories.reduce((sum, { toDo, done }) => sum + toDo.length + done.length, 0);

/** Of the record as it stands. */
export const revisionOf = ({ done }: Story) => 1 + done.filter((step) => step === 'revise').length;

/** The same story when all of it is told. */
export const toItsEnd = (story: Story): Story => ({
  ...story,
  toDo: [],
  done: [...story.done, ...story.toDo],
});
