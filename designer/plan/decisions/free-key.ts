import type { ArtefactRef } from '../artefact-ref.ts';

/** A key for a new decision that none of the plan has: `decision-1`, `decision-2` … */
export function freeKey(artefacts: readonly ArtefactRef[]): string {
  const taken = new Set(artefacts.flatMap(({ kind, key }) => (kind === 'decision' ? [key] : [])));
  for (let number = 1; ; number += 1) if (!taken.has(`decision-${number}`)) return `decision-${number}`;
}
