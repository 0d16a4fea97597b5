import { z } from 'zod';
import { legalReference, lock } from '../lock.ts';
import { key } from '../names.ts';
import { indicatorCode } from './indicator.ts';

/** Pupils for whom some indicators are not evaluated (免评), e.g. under an individual plan of special education. */
export const exemption = z
  .strictObject({
    key,
    name: z.string().min(1).max(60),
    who: z.string().min(1).max(300),
    indicators: z.array(indicatorCode).min(1),
    recordedAs: z.string().min(1).max(20).describe('what the archive says in place of a value'),
    approval: legalReference.optional().describe('where the layer above has agreed to it'),
    lock: lock.optional(),
  })
  .meta({ id: 'Exemption' });
