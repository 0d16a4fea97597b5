import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { pickableRoles, pickableUnitKinds, pickerTypes } from '../pickers.ts';
import { id, none } from './values.ts';

const listOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .string()
    .max(200)
    .transform((text) => text.split(',').filter((one) => one !== ''))
    .pipe(z.array(z.enum(values)).max(values.length))
    .optional();

export const choice = z.object({
  id,
  name: z.string(),
  /** What tells two of the same name apart: the class of a pupil, the unit of a person. */
  detail: z.string(),
});
export type Choice = z.infer<typeof choice>;

export const listChoices = endpoint({
  id: 'choices.list',
  method: 'GET',
  path: '/api/choices/:picker',
  summary: 'Whom or what the caller may choose in a form: own classes, own school, own units; names only',
  permission: 'choice.list',
  params: z.object({ picker: z.enum(pickerTypes) }),
  query: z.object({ roles: listOf(pickableRoles), unitKinds: listOf(pickableUnitKinds) }),
  body: none,
  response: z.object({ items: z.array(choice) }),
});
