import type { FilteredRow, FilterField } from './filter-field.ts';
import type { Where } from './where.ts';

/**
 * What clients of the engine call a process instance. A called process runs inside the instance of its caller: its id
 * is `<instance id>.<token of the call activity>`.
 */
export interface InstanceRef {
  readonly rootId: string;
  /** Null: the instance itself. */
  readonly calledBy: number | null;
}

export const instanceIdOf = ({ rootId, calledBy }: InstanceRef): string =>
  calledBy === null ? rootId : `${rootId}.${calledBy}`;

/** Reads any text: what has another form is the id of an instance that is not there. */
export function readInstanceId(id: string): InstanceRef {
  const match = /^([^.]{1,100})\.(\d{1,9})$/.exec(id);
  return match ? { rootId: match[1] ?? '', calledBy: Number(match[2]) } : { rootId: id, calledBy: null };
}

interface Columns {
  readonly instance: string;
  readonly calledBy: string;
}

/** Condition on the instance of a row, with its values. */
export function inInstance(
  { instance, calledBy }: Columns,
  id: string,
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const ref = readInstanceId(id);
  return ref.calledBy === null
    ? { sql: `(${instance} = ? AND ${calledBy} IS NULL)`, values: [ref.rootId] }
    : { sql: `(${instance} = ? AND ${calledBy} = ?)`, values: [ref.rootId, ref.calledBy] };
}

function addAny(where: Where, columns: Columns, ids: readonly string[], not: boolean): void {
  const tests = ids.map((id) => inInstance(columns, id));
  if (tests.length === 0) {
    if (!not) where.add('1 = 0');
    return;
  }
  where.add(
    `${not ? 'NOT ' : ''}(${tests.map(({ sql }) => sql).join(' OR ')})`,
    ...tests.flatMap(({ values }) => values),
  );
}

const isIn = (row: FilteredRow, ids: readonly string[]): boolean => {
  const calledBy = row.called_by ?? null;
  const id = instanceIdOf({
    rootId: String(row.instance_id),
    calledBy: calledBy === null ? null : Number(calledBy),
  });
  return ids.includes(id);
};

/** Rows of one instance; those of the processes that it calls belong to instances of their own. */
export const atInstance = (instance: string, calledBy: string): FilterField => ({
  kind: 'text',
  apply: (where, value) => addAny(where, { instance, calledBy }, [value], false),
  matches: (row, value) => isIn(row, [value]),
});
export const amongInstances = (instance: string, calledBy: string): FilterField => ({
  kind: 'texts',
  apply: (where, value) => addAny(where, { instance, calledBy }, value, false),
  matches: isIn,
});
export const notAmongInstances = (instance: string, calledBy: string): FilterField => ({
  kind: 'texts',
  apply: (where, value) => addAny(where, { instance, calledBy }, value, true),
  matches: (row, value) => !isIn(row, value),
});
