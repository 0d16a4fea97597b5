import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import { variablesAt } from '../external-tasks/visible-variables.ts';
import { matchesLike } from './matches-like.ts';

export const variableOperators = ['eq', 'neq', 'gt', 'gteq', 'lt', 'lteq', 'like', 'notLike'] as const;
export type VariableOperator = (typeof variableOperators)[number];

/** `process`: variables of the process instance that the row belongs to; `local`: those of the row's token alone. */
export type VariableScope = 'process' | 'local';

/** A variable of that name must be there, with a value of the same type that compares so. */
export interface VariableTest {
  readonly scope: VariableScope;
  readonly name: string;
  readonly operator: VariableOperator;
  readonly value: string | number | boolean | null;
  readonly ignoreNameCase?: boolean;
  readonly ignoreValueCase?: boolean;
}

export function hasVariables(
  state: InstanceState,
  token: number | null,
  tests: readonly VariableTest[],
): boolean {
  const process = token === null ? state.v : variablesAt(state, token).process;
  const local = token === null ? {} : variablesAt(state, token).local;
  return tests.every((test) => {
    const variables = test.scope === 'local' ? local : process;
    const names = test.ignoreNameCase
      ? Object.keys(variables).filter((name) => name.toLowerCase() === test.name.toLowerCase())
      : Object.hasOwn(variables, test.name)
        ? [test.name]
        : [];
    return names.some((name) => passes(variables[name], test));
  });
}

function passes(actual: unknown, { operator, value, ignoreValueCase }: VariableTest): boolean {
  const [left, right] = ignoreValueCase ? [lower(actual), lower(value)] : [actual ?? null, value];
  if (operator === 'eq') return left === right;
  if (operator === 'neq') return left !== right;
  if (operator === 'like' || operator === 'notLike') {
    if (typeof left !== 'string' || typeof right !== 'string') return false;
    return matchesLike(left, right) === (operator === 'like');
  }
  if (typeof left === 'number' && typeof right === 'number') return compares(left, right, operator);
  if (typeof left === 'string' && typeof right === 'string') return compares(left, right, operator);
  return false;
}

function compares<T extends string | number>(left: T, right: T, operator: VariableOperator): boolean {
  if (operator === 'gt') return left > right;
  if (operator === 'gteq') return left >= right;
  if (operator === 'lt') return left < right;
  return left <= right;
}

const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : (value ?? null));
