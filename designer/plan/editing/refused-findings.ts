import { finding } from '@oneplan/runtime/contracts/api/values.ts';
import { z } from 'zod';
import { type ArtefactRef, sameArtefact } from '../artefact-ref.ts';
import type { PlanFinding } from '../findings/finding-sentence.ts';
import type { RefusedSave } from '../workbench/workbench-context.ts';

const refusal = z.object({ findings: z.array(finding) });

/** The findings in the detail of a `plan-invalid` problem. */
export function findingsIn(detail: unknown): readonly PlanFinding[] {
  return refusal.safeParse(detail).data?.findings ?? [];
}

/**
 * What stays refused once an artefact is saved: of another one everything. A save that was slow may be answered when
 * the next page has been refused its own already.
 */
export const withoutRefusalOf =
  (saved: ArtefactRef) =>
  (refused: RefusedSave | null): RefusedSave | null =>
    refused !== null && sameArtefact(refused.artefact, saved) ? null : refused;
