import { z } from 'zod';
import { lock } from '../lock.ts';
import { key } from '../names.ts';

/** A part of the platform that a layer may switch on, now or from a date. */
export const planModule = z
  .strictObject({
    key,
    name: z.string().min(1).max(60),
    description: z.string().max(300).optional(),
    enabled: z.boolean(),
    from: z.iso.date().optional().describe('day from which the switch holds; absent: from the start'),
    forms: z.array(key).optional().describe('forms that only exist with it'),
    processes: z.array(z.string()).optional().describe('flows that only exist with it'),
    lock: lock.optional(),
  })
  .meta({ id: 'Module' });
