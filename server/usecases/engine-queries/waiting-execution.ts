import type { FilterField } from './filter-field.ts';
import { instanceIdOf, readInstanceId } from './instance-id.ts';
import { executionId, readExecutionId } from './shared-filters.ts';

/** Where something waits, as its row tells. */
export interface WaitingAt {
  readonly rootId: string;
  readonly token: number;
  readonly calledBy: number | null;
  readonly beside: number | null;
}

/**
 * Id of the execution that waits: of the activity itself, for a boundary event of the activity that it is attached to,
 * for the start of an event subprocess of the scope around it, which may be a whole process.
 */
export function waitingExecutionId({ rootId, token, calledBy, beside }: WaitingAt): string {
  if (beside === null) return token === 0 ? rootId : executionId(rootId, token);
  if (beside === 0) return rootId;
  return beside === calledBy ? instanceIdOf({ rootId, calledBy }) : executionId(rootId, beside);
}

/** Condition on the rows of a table that wait at an execution, with its values. */
export function waitsAt(
  alias: string,
  id: string,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const { rootId, calledBy } = readInstanceId(id);
  const at = readExecutionId(id);
  const column = (name: string) => `${alias}.${name}`;
  if (at)
    return {
      sql: `(${column('instance_id')} = ? AND (${column('token')} = ? OR (${column('beside')} = ? AND (${column('called_by')} IS NULL OR ${column('called_by')} <> ?))))`,
      values: [at.instanceId, at.token, at.token, at.token],
    };
  if (calledBy === null)
    return { sql: `(${column('instance_id')} = ? AND ${column('beside')} = 0)`, values: [rootId] };
  return {
    sql: `(${column('instance_id')} = ? AND ${column('beside')} = ? AND ${column('called_by')} = ?)`,
    values: [rootId, calledBy, calledBy],
  };
}

export const atWaitingExecution = (alias: string): FilterField => ({
  kind: 'text',
  apply: (where, value) => {
    const { sql, values } = waitsAt(alias, value);
    where.add(sql, ...values);
  },
});
