import type { StateColourName } from '../theme/tokens.ts';

/** Every state that the interface shows, and the colour that goes with its icon and word. */
export const stateColours = {
  draft: 'neutral',
  waiting: 'waiting',
  running: 'waiting',
  returned: 'returned',
  withdrawn: 'neutral',
  confirmed: 'confirmed',
  done: 'confirmed',
  noticed: 'locked',
  archived: 'locked',
  locked: 'locked',
  published: 'confirmed',
  superseded: 'neutral',
  overdue: 'overdue',
} as const satisfies Record<string, StateColourName>;

export type StateName = keyof typeof stateColours;
