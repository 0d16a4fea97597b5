import { finding } from '@oneplan/runtime/contracts/api/values.ts';
import { z } from 'zod';
import type { PlanFinding } from '../findings/finding-sentence.ts';

const refusal = z.object({ findings: z.array(finding) });

/** The findings in the detail of a `plan-invalid` problem. */
export function findingsIn(detail: unknown): readonly PlanFinding[] {
  return refusal.safeParse(detail).data?.findings ?? [];
}
