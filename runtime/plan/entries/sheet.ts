import { z } from 'zod';
import { roles } from '../../contracts/roles.ts';
import { lock } from '../lock.ts';
import { componentKey, elementId, key } from '../names.ts';
import { indicatorCode } from './indicator.ts';

/** A form that is filled for a whole roster at once: a row for each pupil, a column for each point. */
export const sheet = z
  .strictObject({
    key,
    name: z.string().min(1).max(60),
    roster: z.enum(['class', 'grade', 'school', 'teaching-group']),
    every: z.enum(['day', 'week', 'term']),
    indicators: z.array(indicatorCode).optional().describe('columns that tick an indicator'),
    form: key.optional().describe('form of a row'),
    columns: z.array(componentKey).optional().describe('components of that form that are columns'),
    filledBy: z.array(z.enum(roles)).min(1),
    bulk: z.record(z.string(), z.string()).optional().describe('value by column that fills a whole column'),
    process: elementId.optional().describe('flow that the filled sheet starts'),
    lock: lock.optional(),
  })
  .refine(({ indicators, form }) => form !== undefined || (indicators ?? []).length > 0, {
    path: ['indicators'],
    error: 'a sheet has columns: indicators, or components of a form',
  })
  .refine(({ form, columns }) => (form === undefined) === (columns === undefined), {
    path: ['columns'],
    error: 'form and columns belong together',
  })
  .meta({ id: 'Sheet' });
