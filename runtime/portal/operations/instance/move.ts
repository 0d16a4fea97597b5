import type { z } from 'zod';
import type { modifyInstance } from '../../../contracts/api/operations.ts';

/** What is to be ended and where work is to begin, by element. */
export interface Move {
  readonly ends: readonly string[];
  readonly begins: readonly string[];
}

type Instruction = z.input<typeof modifyInstance.body>['instructions'][number];

export const movesNothing = ({ ends, begins }: Move) => ends.length === 0 && begins.length === 0;

/** What begins comes first: a scope in which nothing is left would be ended before anything began in it. */
export function instructionsOf({ ends, begins }: Move): Instruction[] {
  return [
    ...begins.map((elementId): Instruction => ({ do: 'start-before', elementId })),
    ...ends.map((elementId): Instruction => ({ do: 'cancel-all', elementId })),
  ];
}
