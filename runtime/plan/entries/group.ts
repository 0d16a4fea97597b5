import { z } from 'zod';
import { groupKinds, orgUnitKinds, roles } from '../../contracts/roles.ts';
import { lock } from '../lock.ts';
import { key } from '../names.ts';

const people = z.number().int().min(0).max(1000);

const seat = z
  .strictObject({
    key,
    name: z.string().min(1).max(40),
    role: z.enum(roles).optional().describe('role that a member of this seat holds; absent: anybody'),
    min: people,
    max: people.optional(),
  })
  .meta({ id: 'GroupSeat' });

/** A group (工作组, 委员会): how it is made up and when it may decide. */
export const group = z
  .strictObject({
    key,
    kind: z.enum(groupKinds),
    name: z.string().min(1).max(60),
    at: z.enum(orgUnitKinds).describe('kind of org unit that forms one'),
    members: z.strictObject({ min: people, max: people.optional() }),
    composition: z.array(seat).optional(),
    quorum: z
      .number()
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe('percentage of the members that must take part'),
    recusal: z
      .array(z.enum(['contested-person', 'guardian-of-pupil', 'evaluator-of-pupil', 'member-of-other-group']))
      .optional()
      .describe('who does not take part'),
    term: z
      .strictObject({ slots: z.number().int().min(1).max(12) })
      .optional()
      .describe('term of office'),
    lock: lock.optional(),
  })
  .meta({ id: 'Group' });
