import { z } from 'zod';
import { duration } from './duration.ts';
import { lock } from './lock.ts';
import { variableName } from './names.ts';

const head = {
  key: variableName.describe('stable; flows refer to the parameter by this key'),
  name: z.string().min(1),
  description: z.string().optional(),
  lock,
};

const integerParameter = z.strictObject({
  ...head,
  type: z.literal('integer'),
  value: z.number().int(),
  bounds: z.strictObject({ min: z.number().int().optional(), max: z.number().int().optional() }),
});

const durationParameter = z.strictObject({
  ...head,
  type: z.literal('duration'),
  value: duration,
  calendar: z
    .literal('working-days')
    .optional()
    .describe('its days are working days; timers that use it need the property calendar = working-days'),
  bounds: z.strictObject({ min: duration.optional(), max: duration.optional() }),
});

const enumParameter = z.strictObject({
  ...head,
  type: z.literal('enum'),
  value: z.string(),
  options: z
    .array(
      z.strictObject({
        value: z.string(),
        name: z.string().min(1),
        mapsTo: z.string().optional().describe('option of the layer above that an added one counts as'),
      }),
    )
    .min(1),
});

const booleanParameter = z.strictObject({ ...head, type: z.literal('boolean'), value: z.boolean() });

/** A value of the plan that a layer may set without touching a form or a flow. */
export const parameter = z
  .discriminatedUnion('type', [integerParameter, durationParameter, enumParameter, booleanParameter])
  .meta({ id: 'Parameter' });

export type PlanParameter = z.infer<typeof parameter>;
