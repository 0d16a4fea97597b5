import { z } from 'zod';
import { lock } from '../lock.ts';
import { key } from '../names.ts';

const week = z.number().int().min(1).max(30).describe('week of the term, the first is 1');
const weeks = z.strictObject({ from: week, to: week });

/** A window of the term in which something happens, inside the frame that the layer above gives. */
export const calendarWindow = z
  .strictObject({
    key,
    name: z.string().min(1).max(60),
    slots: z.array(z.number().int().min(1).max(12)).optional().describe('term slots; absent: every one'),
    weeks,
    frame: weeks.optional().describe('what the weeks may not leave'),
    exceptions: z
      .array(z.strictObject({ key, name: z.string().min(1).max(60), weeks }))
      .optional()
      .describe('other weeks for some schools, inside the same frame'),
    lock: lock.optional(),
  })
  .meta({ id: 'CalendarWindow' });
