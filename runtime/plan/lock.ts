import { z } from 'zod';

/** What a layer below may do with an element or a property of it. */
export const lockClasses = ['LOCKED', 'TIGHTEN', 'APPEND', 'FREE'] as const;

/** The clause that an authority bases a rule on: a document of the plan's `legalBasis`, and where in it. */
export const legalReference = z
  .strictObject({
    document: z.string().describe('id of an entry of legalBasis'),
    clause: z.string().optional().describe('where in the document, e.g. 三（一）'),
  })
  .meta({ id: 'LegalReference' });

/**
 * A lock. `direction` belongs to TIGHTEN: `max` means that the value is an upper limit, which a layer may only
 * lower; `min` that it is a lower limit, which a layer may only raise.
 */
export const lock = z
  .strictObject({
    class: z.enum(lockClasses),
    direction: z.enum(['min', 'max']).optional(),
    among: z
      .array(z.string())
      .min(1)
      .optional()
      .describe('with FREE: the values that may be chosen; for a list, what each entry may be'),
    basis: legalReference.optional(),
  })
  .refine((it) => (it.class === 'TIGHTEN') === (it.direction !== undefined), {
    path: ['direction'],
    error: 'direction is needed with TIGHTEN and has no meaning with any other class',
  })
  .refine((it) => it.among === undefined || it.class === 'FREE', {
    path: ['among'],
    error: 'among has a meaning with FREE only',
  })
  .meta({ id: 'Lock' });

export type Lock = z.infer<typeof lock>;
export type LockClass = Lock['class'];
