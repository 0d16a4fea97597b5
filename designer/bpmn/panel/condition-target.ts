import type { FormComponent } from '@oneplan/runtime/forms/definition.ts';
import type { ClauseOperator, ConditionClause } from '@oneplan/runtime/model/condition-clauses.ts';
import { comparisonsOf } from '../../formio/conditions/comparisons.ts';
import type { FlowStudio } from '../editing/flow-studio.ts';
import { declaring, type FlowEntry, variableFor } from '../flow/flow-entry.ts';
import { stepFields } from './earlier-fields.ts';
import type { Choice, FlowPlan } from './flow-plan.ts';

/** How conditions of forms compare, as a flow writes it; those that only forms have are left out. */
const operators: Readonly<Record<string, ClauseOperator>> = {
  is: '==',
  isNot: '!=',
  equals: '==',
  atLeast: '>=',
  atMost: '<=',
  above: '>',
  below: '<',
  from: '>=',
  before: '<',
  filled: 'filled',
  empty: 'empty',
};

/** A comparison that can be chosen: its name among the conditions of forms, and its operator. */
export interface TargetComparison {
  readonly name: string;
  readonly operator: ClauseOperator;
  readonly needs: 'nothing' | 'option' | 'number' | 'text' | 'flag';
}

/** Something that a condition can look at. */
export interface ConditionTarget {
  readonly key: string;
  readonly label: string;
  readonly options: readonly Choice[];
  readonly comparisons: readonly TargetComparison[];
  /** The name under which the flow knows it; undefined: it is declared when it is chosen. */
  readonly variable: string | undefined;
  readonly declare: (entry: FlowEntry) => { readonly entry: FlowEntry; readonly name: string };
}

export function conditionTargets(studio: FlowStudio, plan: FlowPlan): readonly ConditionTarget[] {
  const entry = studio.entry();
  return stepFields(studio, plan, undefined).map(({ step, stepName, field }) => {
    const source = { from: 'step' as const, element: step, component: field.path };
    return {
      key: `${step}/${field.path}`,
      label: `${stepName} · ${field.label}`,
      options: field.options,
      comparisons: comparisonsFor(field.component),
      variable: variableFor(entry, source),
      declare: (now) => declaring(now, source, field.path),
    };
  });
}

function comparisonsFor(component: FormComponent): readonly TargetComparison[] {
  if (component.type === 'checkbox') return [{ name: 'is', operator: '==', needs: 'flag' }];
  return comparisonsOf(component).flatMap((comparison) => {
    const operator = comparison.ofBox ? undefined : operators[comparison.name];
    if (operator === undefined) return [];
    const needs = comparison.with === 'date' ? 'text' : comparison.with;
    return [{ name: comparison.name, operator, needs }];
  });
}

/** The line that a target begins with. */
export function freshClause(target: ConditionTarget, variable: string): ConditionClause {
  const [first] = target.comparisons;
  return { variable, operator: first?.operator ?? 'filled', value: freshValue(first, target) };
}

export function freshValue(
  comparison: TargetComparison | undefined,
  target: ConditionTarget,
): ConditionClause['value'] {
  switch (comparison?.needs) {
    case 'option':
      return target.options[0]?.key ?? '';
    case 'number':
      return 0;
    case 'flag':
      return true;
    case 'text':
      return '';
    default:
      return null;
  }
}
