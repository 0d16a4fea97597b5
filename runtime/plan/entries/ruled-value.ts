import { z } from 'zod';
import { lock } from '../lock.ts';
import { key } from '../names.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A JSONLogic rule and the examples that it must answer rightly: it is published only when all of them hold. */
export const ruledValue = z
  .strictObject({
    logic: z.record(z.string(), z.unknown()).describe('JSONLogic, standard operators only'),
    vectors: z
      .array(
        z.strictObject({
          name: z.string().max(100).optional(),
          given: z.record(z.string(), z.unknown()),
          expected: scalar,
        }),
      )
      .min(1),
  })
  .meta({ id: 'RuledValue' });

export type RuledValue = z.infer<typeof ruledValue>;

/** A rule of the plan as a whole, e.g. who passes (达标). */
export const planRule = z
  .strictObject({
    key,
    name: z.string().min(1).max(60),
    description: z.string().max(500).optional(),
    rule: ruledValue,
    lock: lock.optional(),
  })
  .meta({ id: 'PlanRule' });
