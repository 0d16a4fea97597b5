import { isPlainObject, type Json } from '@oneplan/runtime/forms/definition.ts';
import { childLists, type PlanElement, type PlanTree } from '@oneplan/runtime/plan/elements/element.ts';
import { kindWords } from '@oneplan/runtime/plan/locks/element-words.ts';
import { propertyWord } from '@oneplan/runtime/plan/locks/property-words.ts';
import type { MessageLanguage } from '@oneplan/runtime/plan/locks/say-value.ts';

/** A property of an element, or a list in it, for which a rule of its own can be stated. */
export interface LockProperty {
  /** dotted, as locks name it */
  readonly property: string;
  readonly word: string;
  /** whether officers have a word for it; others are only shown where a rule is stated for them */
  readonly worded: boolean;
  readonly value: unknown;
  /** a list whose members are elements themselves: the rule is about adding to it */
  readonly list: boolean;
}

/** Names and places of things, and locks themselves: no rule is stated for them. */
const unruled = /^(?:key|id|file|type|input|schemaVersion|lock(?:\..*)?|basis(?:\..*)?)$/;

/** What rules can be stated for inside an element, in the words of an officer. */
export function lockProperties(
  element: PlanElement,
  tree: PlanTree,
  language: MessageLanguage,
): readonly LockProperty[] {
  const lists = [...(childLists(tree).get(element.id) ?? [])].map(([slot, members]) => ({
    property: slot,
    word: members[0] ? kindWords[language][members[0].kind] : slot,
    worded: true,
    value: members.map(({ name }) => name),
    list: true,
  }));
  const single = leaves(element.properties, '').map(([property, value]) => ({
    property,
    word: propertyWord(property, language),
    worded: propertyWord(property, language) !== property,
    value,
    list: false,
  }));
  return [...lists, ...single.filter(({ property }) => !unruled.test(property))];
}

function leaves(properties: Json, path: string): (readonly [string, unknown])[] {
  return Object.entries(properties).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return isPlainObject(value) ? leaves(value, at) : [[at, value] as const];
  });
}
