import type { Behaviour } from '../behaviour.ts';
import { EngineError } from '../engine-error.ts';

/** Stands for a kind of element that deployment refuses, so that no graph can hold one. */
export const notExecuted: Behaviour = {
  enter(_run, node) {
    throw new EngineError(
      'UNKNOWN_ELEMENT',
      `"${node.id}" is a ${node.kind}, which is not executed`,
      node.id,
    );
  },
};
