import type { ArtefactKind, artefactSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { z } from 'zod';

export type ArtefactSummary = z.output<typeof artefactSummary>;

/** One file of a layer’s draft. */
export interface ArtefactRef {
  readonly kind: ArtefactKind;
  readonly key: string;
}

/** There is one manifest a layer. */
export const manifestRef: ArtefactRef = { kind: 'manifest', key: 'plan' };

export const sameArtefact = (a: ArtefactRef, b: ArtefactRef) => a.kind === b.kind && a.key === b.key;
