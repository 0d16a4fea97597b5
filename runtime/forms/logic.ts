import { compileJsonLogic } from '../rules/json-logic.ts';
import { type Condition, compileJson, compileSimple } from './conditions/condition.ts';
import type { ReferenceIndex } from './conditions/reference.ts';
import { arrayOf, type FormComponent, isPlainObject, type Json, objectOf, textOf } from './definition.ts';

/** The properties of a component that its logic may switch; others only change what is shown. */
export type SwitchedProperty = 'hidden' | 'required';

const PROPERTIES: Readonly<Record<string, SwitchedProperty>> = {
  hidden: 'hidden',
  'validate.required': 'required',
};

export interface PropertyAction {
  readonly property: SwitchedProperty;
  readonly state: boolean;
}

/** One entry of a component's logic: when the trigger holds, the actions are taken in order. */
export interface LogicEntry {
  readonly trigger: Condition;
  readonly actions: readonly (PropertyAction | Condition)[];
}

/** The logic of a component that matters to its value; empty for most. */
export function compileLogic(component: FormComponent, references: ReferenceIndex): readonly LogicEntry[] {
  return arrayOf(component, 'logic').flatMap((entry): LogicEntry[] => {
    if (!isPlainObject(entry)) return [];
    const trigger = compileTrigger(objectOf(entry, 'trigger'), references);
    const actions = arrayOf(entry, 'actions').flatMap((action) =>
      isPlainObject(action) ? compileAction(action) : [],
    );
    return trigger !== undefined && actions.length > 0 ? [{ trigger, actions }] : [];
  });
}

function compileTrigger(trigger: Json, references: ReferenceIndex): Condition | undefined {
  if (trigger.type === 'simple') return compileSimple(objectOf(trigger, 'simple'), references);
  return trigger.type === 'json' ? compileJson(trigger.json) : undefined;
}

function compileAction(action: Json): (PropertyAction | Condition)[] {
  if (action.type === 'value' && isPlainObject(action.value)) {
    const rule = compileJsonLogic(action.value);
    return [({ data, row, value }) => rule.evaluate({ data, row, value, input: value })];
  }
  const name = textOf(objectOf(action, 'property'), 'value');
  const property = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
  if (action.type !== 'property' || property === undefined) return [];
  return [{ property, state: String(action.state) === 'true' }];
}
