import {
  arrayOf,
  type FormComponent,
  isPlainObject,
  objectOf,
  textOf,
} from '@oneplan/runtime/forms/definition.ts';
import { type Clause, type ConditionDraft, draftOf, noCondition, ruleOf } from './condition-draft.ts';
import type { ConditionTarget } from './condition-targets.ts';

/** Form.io's operators of simple conditions that a drop-down says as well. */
const simpleOperators: Readonly<Record<string, readonly string[]>> = {
  isEqual: ['is', 'equals', 'ticked', 'chosen'],
  isNotEqual: ['isNot', 'notTicked', 'notChosen'],
  isEmpty: ['empty'],
  isNotEmpty: ['filled'],
  includes: ['chosen', 'contains'],
  notIncludes: ['notChosen'],
  greaterThan: ['above'],
  greaterThanOrEqual: ['atLeast'],
  lessThan: ['below'],
  lessThanOrEqual: ['atMost'],
  dateLessThan: ['before'],
  dateGreaterThanOrEqual: ['from'],
};

/** What a component stores as its condition, as drop-downs; undefined: it has one that they cannot say. */
export function storedCondition(
  component: FormComponent,
  targets: readonly ConditionTarget[],
): ConditionDraft | undefined {
  const conditional = objectOf(component, 'conditional');
  const when = textOf(conditional, 'when');
  const entries = arrayOf(conditional, 'conditions').filter(isPlainObject);
  const show = isShown(conditional.show);
  if (entries.length > 0) {
    const clauses = entries.flatMap(
      (it) => simpleClause(textOf(it, 'component'), textOf(it, 'operator'), it.value, targets) ?? [],
    );
    if (clauses.length < entries.length) return undefined;
    return { show, join: conditional.conjunction === 'any' ? 'or' : 'and', clauses };
  }
  if (when !== '') {
    const clause = simpleClause(when, 'isEqual', conditional.eq, targets);
    return clause && { show, join: 'and', clauses: [clause] };
  }
  const { json } = conditional;
  if (!isPlainObject(json) || Object.keys(json).length === 0) return noCondition;
  return draftOf(json, targets);
}

/** The component with the condition, as JSONLogic and nothing beside it. */
export function withCondition(
  component: FormComponent,
  draft: ConditionDraft,
  targets: readonly ConditionTarget[],
): FormComponent {
  const { conditional: _, ...rest } = component;
  const json = ruleOf(draft, targets);
  return json === undefined ? rest : { ...rest, conditional: { json } };
}

function simpleClause(
  name: string,
  operator: string,
  value: unknown,
  targets: readonly ConditionTarget[],
): Clause | undefined {
  const target = targets.find(({ variable }) => variable === `data.${name}` || variable === `row.${name}`);
  if (!target) return undefined;
  for (const comparison of simpleOperators[operator] ?? []) {
    const clause: Clause = { variable: target.variable, comparison, value };
    if (comparison === 'ticked' && String(value) !== 'true') continue;
    const rule = ruleOf({ ...noCondition, clauses: [clause] }, [target]);
    const read = rule && draftOf(rule, [target])?.clauses[0];
    if (read) return read;
  }
  return undefined;
}

const isShown = (show: unknown) =>
  show === undefined || show === null || show === '' || String(show) === 'true';
