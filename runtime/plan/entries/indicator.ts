import { z } from 'zod';
import { roles } from '../../contracts/roles.ts';
import { lock } from '../lock.ts';
import { key } from '../names.ts';
import { ruledValue } from './ruled-value.ts';

/** Code of an indicator as the policy document numbers it: 13, D1.3. */
export const indicatorCode = z
  .string()
  .max(20)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);

/**
 * Whether an indicator decides anything: `counting` enters the result, `recorded` is kept beside it,
 * `displayed-only` is advice that nobody is judged by.
 */
export const indicatorKinds = ['counting', 'recorded', 'displayed-only'] as const;

const evaluator = z.strictObject({
  role: z.enum(roles),
  subject: z.string().min(1).max(20).optional().describe('subject of a subject teacher, e.g. 体育与健康'),
});

/** An indicator (指标) or observation point (观测点) of the plan; those that are only headings have no values. */
export const indicator = z
  .strictObject({
    code: indicatorCode,
    dimension: key,
    parent: indicatorCode.optional().describe('indicator that it is a part of'),
    text: z.string().min(1).max(300).describe('official wording'),
    guidance: z.string().max(500).optional(),
    kind: z.enum(indicatorKinds),
    values: z
      .array(
        z.strictObject({
          value: z.string().min(1).max(40),
          name: z.string().min(1).max(40),
          needsReason: z.boolean().optional(),
          mapsTo: z.string().optional().describe('value of the layer above that it counts as'),
        }),
      )
      .optional()
      .describe('what can be ticked; absent: a heading, or a figure that is computed'),
    default: z.string().optional().describe('value that a cell has before anybody ticks it'),
    evaluator: evaluator.optional().describe('who ticks it'),
    countersign: evaluator.optional().describe('who signs beside the evaluator'),
    rule: ruledValue.optional().describe('computes the value from what is known already'),
    records: z.array(key).optional().describe('forms whose records stand behind it'),
    lock: lock.optional(),
  })
  .meta({ id: 'Indicator' });

export type PlanIndicator = z.infer<typeof indicator>;
