import type { Choice } from '@oneplan/runtime/contracts/api/choices.ts';
import type { PickerType } from '@oneplan/runtime/contracts/pickers.ts';
import { type Context, today } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { type Condition, either } from './condition.ts';
import { personsFor } from './persons-for.ts';
import { classesFor, pupilsFor, unitsFor } from './places-for.ts';

/** What a picker of a form asks for. */
export interface Picking {
  readonly picker: PickerType;
  /** only holders of these roles (`person`) */
  readonly roles?: readonly string[] | undefined;
  /** only units of these kinds (`orgUnit`) */
  readonly unitKinds?: readonly string[] | undefined;
}

/** A school has some thousands of pupils; nobody may choose from more than one. */
const most = 5_000;

/** Everything that the caller may choose. */
export async function listChoices(
  context: Context,
  caller: Caller,
  picking: Picking,
): Promise<{ items: Choice[] }> {
  return { items: await chosenAmong(context, caller, picking, undefined) };
}

/** Those of the ids that the caller may choose, with the name that is stored. */
export async function findChoices(
  context: Context,
  caller: Caller,
  picking: Picking,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Choice>> {
  const found = ids.length === 0 ? [] : await chosenAmong(context, caller, picking, ids);
  return new Map(found.map((choice) => [choice.id, choice]));
}

async function chosenAmong(
  context: Context,
  caller: Caller,
  picking: Picking,
  ids: readonly string[] | undefined,
): Promise<Choice[]> {
  const scope = await scopeOf(context, caller, picking);
  if (scope === undefined) return [];
  const { from, id, order, values, where } = scope;
  const among: Condition | undefined =
    ids && either([{ text: `${id} IN (${ids.map(() => '?').join(',')})`, values: ids }]);
  const rows = await context.sql.all<Choice>(
    `${from} WHERE ${where}${among ? ` AND ${among.text}` : ''} ${order} LIMIT ${most}`,
    [...values, ...(among?.values ?? [])],
  );
  return rows.map((row) => ({ id: row.id, name: row.name, detail: row.detail ?? '' }));
}

function scopeOf(context: Context, caller: Caller, { picker, roles, unitKinds }: Picking) {
  const day = today(context);
  switch (picker) {
    case 'pupil':
      return pupilsFor(caller, day);
    case 'schoolClass':
      return classesFor(caller, day);
    case 'orgUnit':
      return unitsFor(caller, day, unitKinds);
    case 'person':
      return personsFor(context, caller, day, roles);
  }
}
