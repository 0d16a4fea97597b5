import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { isReference, pickerOf } from '@oneplan/runtime/forms/components/reference.ts';
import { type FormComponent, type FormDefinition, labelOf } from '@oneplan/runtime/forms/definition.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { findChoices, type Picking } from '../choices/list-choices.ts';
import { mapValues } from './map-values.ts';
import type { RecordData } from './record-data.ts';

/**
 * The data with the names of everybody and every place that was chosen as they are stored, whatever was sent. What stood
 * in `stored` stays as it is, also where the caller could not choose it. Throws `validation-failed` with the place of a
 * choice that the caller may not make.
 */
export async function checkReferences(
  context: Context,
  caller: Caller,
  definition: FormDefinition,
  stored: RecordData,
  data: RecordData,
): Promise<RecordData> {
  const before = namesIn(definition, stored);
  const asked = new Map<string, { readonly picking: Picking; readonly ids: Set<string> }>();
  eachReference(definition, data, (component, { id }) => {
    if (before.has(nameOf(component, id))) return;
    const picking = pickingOf(component);
    if (!picking) return;
    const key = JSON.stringify(picking);
    const entry = asked.get(key) ?? { picking, ids: new Set<string>() };
    entry.ids.add(id);
    asked.set(key, entry);
  });
  if (asked.size === 0 && before.size === 0) return data;
  const found = new Map<string, ReadonlyMap<string, { readonly name: string }>>();
  for (const [key, { picking, ids }] of asked)
    found.set(key, await findChoices(context, caller, picking, [...ids]));
  return mapValues(definition, data, (component) => {
    const picking = pickingOf(component);
    if (!picking) return undefined;
    return (value, path) => {
      if (!isReference(value)) return value;
      const name =
        before.get(nameOf(component, value.id)) ?? found.get(JSON.stringify(picking))?.get(value.id)?.name;
      if (name === undefined) throw notAmongChoices(component, path, value.name);
      return { id: value.id, name };
    };
  });
}

function pickingOf(component: FormComponent): Picking | undefined {
  const picker = pickerOf(component);
  return picker && { picker, roles: listOf(component.roles), unitKinds: listOf(component.unitKinds) };
}

const listOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.length > 0 ? value.map(String) : undefined;

const nameOf = (component: FormComponent, id: string) => `${String(component.key)} ${id}`;

function namesIn(definition: FormDefinition, data: RecordData): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  eachReference(definition, data, (component, { id, name }) => names.set(nameOf(component, id), name));
  return names;
}

function eachReference(
  definition: FormDefinition,
  data: RecordData,
  visit: (component: FormComponent, reference: { readonly id: string; readonly name: string }) => void,
): void {
  mapValues(definition, data, (component) =>
    pickerOf(component) === undefined
      ? undefined
      : (value) => {
          if (isReference(value)) visit(component, value);
          return value;
        },
  );
}

function notAmongChoices(component: FormComponent, path: string, name: string): AppError {
  const label = labelOf(component);
  return new AppError('validation-failed', `"${label}" names somebody or a place that you may not choose.`, {
    errors: [{ path, key: String(component.key), label, rule: 'reference', params: { name } }],
  });
}
