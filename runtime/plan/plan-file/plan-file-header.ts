import { z } from 'zod';
import { key } from '../names.ts';

/** Where the file says what it is; beside it lie the plan's files as under `forms/` and `processes/`. */
export const headerName = 'oneplan.json';

/** Raised by a change that earlier releases can not read. Every release reads the versions of all before it. */
export const formatVersion = 1;

/** What can be said of a file before anybody knows its version. */
export const anyHeader = z.looseObject({
  format: z.literal('oneplan-plan'),
  formatVersion: z.number().int().min(1),
});

export const planFileHeader = z.strictObject({
  format: z.literal('oneplan-plan'),
  formatVersion: z.literal(formatVersion),
  /** Key of the plan, the same wherever the file is taken in. */
  plan: key,
  name: z.string(),
  /** Over the content (`fingerprint`), so that nothing changes unnoticed on the way. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
});

export type PlanFileHeader = z.infer<typeof planFileHeader>;
