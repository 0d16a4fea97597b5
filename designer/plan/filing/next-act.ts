import type { Lifecycle } from './use-lifecycle.ts';

/** What the people of a layer can do with their draft next on its way to being published. */
export type NextAct = 'publish' | 'file' | 'wait';

/** At the top nobody is asked; below, only what the authority above has accepted is published. */
export function nextAct({ state, authority }: Pick<Lifecycle, 'state' | 'authority'>): NextAct {
  if (authority === null || state === 'accepted') return 'publish';
  return state === 'filed' ? 'wait' : 'file';
}
