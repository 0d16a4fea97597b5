import type { FormComponent, Json } from '@oneplan/runtime/forms/definition.ts';

/** What is compared with: nothing, something typed, or one of the component's own options. */
export type Compared = 'nothing' | 'text' | 'number' | 'date' | 'option';

export interface Comparison {
  readonly name: string;
  readonly with: Compared;
  /** The JSONLogic rule over the value that `variable` names. */
  readonly rule: (variable: string, value: unknown) => Json;
  /** The variable names one box of a group of boxes; the option is part of the name. */
  readonly ofBox?: true;
}

const of = (variable: string): Json => ({ var: variable });
const figure = (operator: string) => (variable: string, value: unknown) => ({
  // Nothing filled in would count as 0.
  and: [{ '!=': [of(variable), null] }, { [operator]: [of(variable), value] }],
});
const plain = (operator: string) => (variable: string, value: unknown) => ({
  [operator]: [of(variable), value],
});

const filled: Comparison = { name: 'filled', with: 'nothing', rule: (it) => ({ '!!': [of(it)] }) };
const empty: Comparison = { name: 'empty', with: 'nothing', rule: (it) => ({ '!': [of(it)] }) };

const text: readonly Comparison[] = [
  { name: 'is', with: 'text', rule: plain('==') },
  { name: 'isNot', with: 'text', rule: plain('!=') },
  { name: 'contains', with: 'text', rule: (it, value) => ({ in: [value, of(it)] }) },
  filled,
  empty,
];

const numbers: readonly Comparison[] = [
  { name: 'atLeast', with: 'number', rule: figure('>=') },
  { name: 'atMost', with: 'number', rule: figure('<=') },
  { name: 'above', with: 'number', rule: figure('>') },
  { name: 'below', with: 'number', rule: figure('<') },
  { name: 'equals', with: 'number', rule: plain('==') },
  {
    name: 'filled',
    with: 'nothing',
    rule: (it) => ({ and: [{ '!=': [of(it), null] }, { '!==': [of(it), ''] }] }),
  },
  {
    name: 'empty',
    with: 'nothing',
    rule: (it) => ({ or: [{ '==': [of(it), null] }, { '===': [of(it), ''] }] }),
  },
];

const oneOption: readonly Comparison[] = [
  { name: 'is', with: 'option', rule: plain('==') },
  { name: 'isNot', with: 'option', rule: plain('!=') },
  filled,
  empty,
];

const someOptions: readonly Comparison[] = [
  { name: 'chosen', with: 'option', rule: (it, value) => ({ in: [value, of(it)] }) },
  { name: 'notChosen', with: 'option', rule: (it, value) => ({ '==': [{ in: [value, of(it)] }, false] }) },
  filled,
  empty,
];

const boxes: readonly Comparison[] = [
  { name: 'chosen', with: 'option', rule: (it) => ({ '==': [of(it), true] }), ofBox: true },
  { name: 'notChosen', with: 'option', rule: (it) => ({ '!=': [of(it), true] }), ofBox: true },
];

const tick: readonly Comparison[] = [
  { name: 'ticked', with: 'nothing', rule: (it) => ({ '==': [of(it), true] }) },
  { name: 'notTicked', with: 'nothing', rule: (it) => ({ '!=': [of(it), true] }) },
];

const dates: readonly Comparison[] = [
  { name: 'before', with: 'date', rule: plain('<') },
  { name: 'from', with: 'date', rule: plain('>=') },
  filled,
  empty,
];

const byType: Readonly<Record<string, readonly Comparison[]>> = {
  textfield: text,
  textarea: text,
  email: text,
  phoneNumber: text,
  url: text,
  hidden: text,
  number: numbers,
  currency: numbers,
  radio: oneOption,
  selectboxes: boxes,
  checkbox: tick,
  datetime: dates,
};

/** How the value of a component can be compared in a condition, the most usual first. */
export function comparisonsOf(component: FormComponent): readonly Comparison[] {
  if (component.type === 'select') return component.multiple === true ? someOptions : oneOption;
  return byType[String(component.type)] ?? [filled, empty];
}
