import type { Command } from '@oneplan/runtime/engine/command.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { VariableValues } from './visible-variables.ts';

export interface ExternalTaskCompletion {
  readonly id: string;
  readonly workerId: string;
  readonly variables: VariableValues;
  /** Set at the task alone: visible to its output mapping. */
  readonly localVariables?: VariableValues | undefined;
}

export const completionOf = (token: number, input: ExternalTaskCompletion): Command => ({
  type: 'complete-external-task',
  token,
  variables: input.variables as Variables,
  ...(input.localVariables && Object.keys(input.localVariables).length > 0
    ? { localVariables: input.localVariables as Variables }
    : {}),
});
