import { z } from 'zod';
import { componentKey } from '../names.ts';

/** A record that every variant of a form must accept with this component left empty. */
export const optionalWhen = z
  .strictObject({
    component: componentKey,
    given: z.record(z.string(), z.unknown()).describe('data of the record, e.g. {"organisedBy": "school"}'),
    reason: z.string().min(1).max(200),
  })
  .meta({ id: 'OptionalWhen' });
