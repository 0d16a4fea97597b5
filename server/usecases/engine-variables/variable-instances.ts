import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { InstanceState, Token } from '@oneplan/runtime/engine/instance-state.ts';
import type { Context } from '../../context.ts';
import { readArchived } from '../../history/read-history.ts';
import { instanceIdOf, readInstanceId } from '../engine-queries/instance-id.ts';
import { places } from '../engine-queries/where.ts';

/** One variable in its scope. */
export interface VariableInstance {
  /** Of the instance, or of the called process that the variable belongs to: see `readInstanceId`. */
  readonly instanceId: string;
  readonly rootId: string;
  readonly definitionId: string;
  readonly processKey: string;
  readonly tenantId: string;
  /** Activity that it is local to; null: the process instance. */
  readonly activity: { readonly token: number; readonly elementId: string } | null;
  readonly name: string;
  readonly value: unknown;
  readonly createdAt: number;
}

export interface VariableFilter {
  readonly instanceIds?: readonly string[] | undefined;
  readonly processKey?: string | undefined;
  readonly definitionId?: string | undefined;
  readonly tenantIds?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  readonly nameLike?: string | undefined;
  readonly value?: string | number | boolean | null | undefined;
  /** Executions and activity instances, as (instance, token); token 0 is the instance itself. */
  readonly at?: readonly { readonly instanceId: string; readonly token: number }[] | undefined;
  /** Instances that have ended, and scopes that are gone, as far as the history holds them. */
  readonly historic: boolean;
}

interface Row {
  id: string;
  definition_id: string;
  process_key: string;
  tenant_id: string;
  state: string;
  started_at: number;
}

/** Instances that a query may look into. */
const mostInstances = 20_000;

/** Variables of instances, by instance and scope, each scope in the order in which its variables were made. */
export async function listVariableInstances(
  context: Context,
  filter: VariableFilter,
): Promise<VariableInstance[]> {
  const conditions = filter.historic ? ['1 = 1'] : ["status = 'active'"];
  const values: string[] = [];
  const among = (column: string, allowed: readonly string[] | undefined) => {
    if (allowed === undefined) return;
    conditions.push(allowed.length === 0 ? '1 = 0' : `${column} IN (${places(allowed)})`);
    values.push(...allowed);
  };
  among('id', filter.instanceIds && [...new Set(filter.instanceIds.map((id) => readInstanceId(id).rootId))]);
  among(
    'id',
    filter.at && [...new Set(filter.at.map(({ instanceId }) => readInstanceId(instanceId).rootId))],
  );
  among('process_key', filter.processKey === undefined ? undefined : [filter.processKey]);
  among('definition_id', filter.definitionId === undefined ? undefined : [filter.definitionId]);
  among('tenant_id', filter.tenantIds);
  const rows = await context.sql.all<Row>(
    `SELECT id, definition_id, process_key, tenant_id, state, started_at FROM process_instance
     WHERE ${conditions.join(' AND ')} ORDER BY id LIMIT ${mostInstances + 1}`,
    values,
  );
  if (rows.length > mostInstances)
    throw new AppError(
      'invalid-request',
      `The query looks into more than ${mostInstances} instances; name the instances that are meant.`,
    );
  const past = filter.historic ? await pastLocals(context, rows) : new Map<string, Scope[]>();
  for (const [row, changes] of filter.historic ? await archivedOf(context, filter) : []) {
    rows.push(row);
    past.set(row.id, mergedScopes(changes).get(row.id) ?? []);
  }
  return rows.flatMap((row) =>
    scopesOf(JSON.parse(row.state) as InstanceState, past.get(row.id) ?? []).flatMap(
      ({ calledBy, activity, variables }) =>
        Object.entries(variables).flatMap(([name, value]): VariableInstance[] => {
          const found: VariableInstance = {
            instanceId: instanceIdOf({ rootId: row.id, calledBy }),
            rootId: row.id,
            definitionId: row.definition_id,
            processKey: row.process_key,
            tenantId: row.tenant_id,
            activity,
            name,
            value,
            createdAt: Number(row.started_at),
          };
          return passes(filter, found) ? [found] : [];
        }),
    ),
  );
}

interface Scope {
  /** Token of the call activity whose process it is in; null: the instance itself. */
  readonly calledBy: number | null;
  /** Null: the process. */
  readonly activity: VariableInstance['activity'];
  readonly variables: Readonly<Record<string, unknown>>;
}

function scopesOf(state: InstanceState, past: readonly Scope[]): Scope[] {
  const tokens = new Map(state.t.map((token) => [token.i, token]));
  const callAround = ({ p }: Token): number | null => {
    const around = p === undefined ? undefined : tokens.get(p);
    if (around === undefined) return null;
    return around.c === undefined ? callAround(around) : around.i;
  };
  const present = state.t.flatMap((token): Scope[] => {
    const calledBy = callAround(token);
    const activity = { token: token.i, elementId: token.m ? `${token.e}#multiInstanceBody` : token.e };
    const own = token.c === undefined ? token.l : token.c.l;
    return [
      ...(own === undefined ? [] : [{ calledBy, activity, variables: own }]),
      ...(token.c === undefined ? [] : [{ calledBy: token.i, activity: null, variables: token.l ?? {} }]),
    ];
  });
  return [
    { calledBy: null, activity: null, variables: state.v },
    ...past.filter(({ calledBy, activity }) => !tokens.has(activity?.token ?? calledBy ?? 0)),
    ...present,
  ];
}

/** Local variables of activities that have ended, as the changes that were written down left them. */
async function pastLocals(context: Context, rows: readonly Row[]): Promise<Map<string, Scope[]>> {
  if (rows.length === 0 || rows.length > 500) return new Map();
  const changes = await context.sql.all<ChangeRow>(
    `SELECT v.instance_id, v.activity, v.changes, a.element_id, a.called_by, a.called_process_key FROM variable_change v
     LEFT JOIN activity a ON a.instance_id = v.instance_id AND a.activity = v.activity
     WHERE v.activity <> 0 AND v.instance_id IN (${places(rows)}) ORDER BY v.instance_id, v.activity, v.revision`,
    rows.map(({ id }) => id),
  );
  return mergedScopes(changes);
}

/** What one command left behind in one scope, with the activity that it is. */
interface ChangeRow {
  instance_id: string;
  activity: number;
  changes: string | null;
  element_id: string | null;
  called_by: number | null;
  called_process_key: string | null;
}

/** Changes in the order in which they were made. */
function mergedScopes(changes: readonly ChangeRow[]): Map<string, Scope[]> {
  const found = new Map<string, Scope[]>();
  const merged = new Map<string, { scope: Scope; instanceId: string }>();
  for (const change of changes) {
    const key = `${change.instance_id}:${change.activity}`;
    const before = merged.get(key)?.scope.variables ?? {};
    const after = change.changes === null ? {} : (JSON.parse(change.changes) as Record<string, unknown>);
    merged.set(key, {
      instanceId: change.instance_id,
      // What a call activity left behind are the variables of the process that it called.
      scope: {
        calledBy: change.called_process_key === null ? change.called_by : Number(change.activity),
        activity:
          change.called_process_key === null
            ? { token: Number(change.activity), elementId: change.element_id ?? '' }
            : null,
        variables: { ...before, ...after },
      },
    });
  }
  for (const { instanceId, scope } of merged.values())
    found.set(instanceId, [...(found.get(instanceId) ?? []), scope]);
  return found;
}

/** Instances that the filter names and that are archived, with the changes of their local variables. */
async function archivedOf(
  context: Context,
  filter: VariableFilter,
): Promise<(readonly [Row, ChangeRow[]])[]> {
  const named = [...(filter.instanceIds ?? []), ...(filter.at ?? []).map(({ instanceId }) => instanceId)];
  const found: (readonly [Row, ChangeRow[]])[] = [];
  for (const id of new Set(named.map((each) => readInstanceId(each).rootId))) {
    const archived = await readArchived(context, id);
    // Without a state the history level keeps no values.
    if (!archived?.instance.state) continue;
    const { instance, tables } = archived;
    const row: Row = {
      id,
      definition_id: String(instance.definition_id),
      process_key: String(instance.process_key ?? ''),
      tenant_id: String(instance.tenant_id ?? ''),
      state: String(instance.state),
      started_at: Number(instance.started_at),
    };
    if (filter.processKey !== undefined && filter.processKey !== row.process_key) continue;
    if (filter.definitionId !== undefined && filter.definitionId !== row.definition_id) continue;
    if (filter.tenantIds && !filter.tenantIds.includes(row.tenant_id)) continue;
    const activities = new Map(tables.activity.map((activity) => [Number(activity.activity), activity]));
    const changes = tables.variable_change
      .filter(({ activity }) => Number(activity ?? 0) !== 0)
      .map((change): ChangeRow & { revision: number } => {
        const activity = activities.get(Number(change.activity));
        return {
          instance_id: id,
          activity: Number(change.activity),
          changes: change.changes == null ? null : String(change.changes),
          element_id: activity?.element_id == null ? null : String(activity.element_id),
          called_by: activity?.called_by == null ? null : Number(activity.called_by),
          called_process_key:
            activity?.called_process_key == null ? null : String(activity.called_process_key),
          revision: Number(change.revision),
        };
      })
      .sort((a, b) => a.activity - b.activity || a.revision - b.revision);
    found.push([row, changes]);
  }
  return found;
}

function passes(
  filter: VariableFilter,
  { instanceId, rootId, activity, name, value }: VariableInstance,
): boolean {
  if (filter.instanceIds && !filter.instanceIds.includes(instanceId)) return false;
  if (filter.names && !filter.names.includes(name)) return false;
  if (filter.nameLike !== undefined && !name.includes(filter.nameLike.replaceAll('%', ''))) return false;
  if (filter.value !== undefined && value !== filter.value) return false;
  return (
    !filter.at ||
    filter.at.some((each) =>
      each.token === 0
        ? activity === null && each.instanceId === instanceId
        : each.instanceId === rootId && each.token === activity?.token,
    )
  );
}
