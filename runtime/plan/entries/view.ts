import { z } from 'zod';
import { roles } from '../../contracts/roles.ts';
import { lock } from '../lock.ts';
import { componentKey, elementId, key } from '../names.ts';

/** What the platform knows of every record and task beside its form. */
export const viewFields = [
  'student',
  'class',
  'school',
  'term',
  'state',
  'submitted',
  'due',
  'holder',
] as const;

const column = z.union([
  z.strictObject({ component: componentKey, heading: z.string().min(1).max(40).optional() }),
  z.strictObject({ field: z.enum(viewFields), heading: z.string().min(1).max(40).optional() }),
]);

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A list or catalogue: which records or tasks, in which columns, for whom. */
export const view = z
  .strictObject({
    key,
    name: z.string().min(1).max(60),
    of: z.union([
      z.strictObject({ record: key.describe('form whose records are listed') }),
      z.strictObject({ process: elementId, task: elementId.optional().describe('one user task of it') }),
    ]),
    columns: z.array(column).min(1).max(20),
    filters: z
      .array(
        z.strictObject({
          column: z.string().min(1).describe('component key or field'),
          operator: z.enum(['is', 'isNot', 'oneOf', 'before', 'after', 'contains']).default('is'),
          value: z
            .union([scalar, z.array(scalar)])
            .optional()
            .describe('absent: the reader chooses'),
        }),
      )
      .optional(),
    audience: z.array(z.enum(roles)).min(1),
    lock: lock.optional(),
  })
  .meta({ id: 'View' });
