import { among, type FilterField, holds, memberOf } from './filter-field.ts';

/** A tenant is the org unit that published a definition; '' is none. */
export const tenantFilters = (column: string): Readonly<Record<string, FilterField>> => ({
  tenantIdIn: among(column),
  withoutTenantId: holds(`${column} = ''`),
});

/** Id of the execution of a token: `<instance id>:<token>`; that of the instance itself is the instance's id. */
export const executionId = (instanceId: string, token: number): string => `${instanceId}:${token}`;

/** Null: not the id of a token's execution. */
export function readExecutionId(id: string): { readonly instanceId: string; readonly token: number } | null {
  const match = /^([^:]{1,100}):(\d{1,9})$/.exec(id);
  return match ? { instanceId: match[1] ?? '', token: Number(match[2]) } : null;
}

/** Rows at one execution. */
export const atExecution = (instanceColumn: string, tokenColumn: string): FilterField => ({
  kind: 'text',
  apply: (where, value) => {
    const at = readExecutionId(value);
    if (at) where.add(`${instanceColumn} = ? AND ${tokenColumn} = ?`, at.instanceId, at.token);
    else where.add('1 = 0');
  },
  matches: (row, value) => {
    const at = readExecutionId(value);
    return row.instance_id === at?.instanceId && Number(row[memberOf(tokenColumn)]) === at?.token;
  },
});

/** Id of an activity instance: `<element id>:<instance id>:<number>`; that of the process instance is the instance's id. */
export const activityInstanceId = (elementId: string, instanceId: string, activity: number): string =>
  `${elementId}:${instanceId}:${activity}`;

/** Null: not the id of an activity inside an instance. */
export function readActivityInstanceId(
  id: string,
): { readonly elementId: string; readonly instanceId: string; readonly activity: number } | null {
  const match = /^([^:]{1,100}):([^:]{1,100}):(\d{1,9})$/.exec(id);
  return match ? { elementId: match[1] ?? '', instanceId: match[2] ?? '', activity: Number(match[3]) } : null;
}

/** Rows at one of these activity instances. */
export const atActivities = (instanceColumn: string, activityColumn: string): FilterField => ({
  kind: 'texts',
  apply: (where, value) => {
    const known = value.flatMap((id) => readActivityInstanceId(id) ?? []);
    const one = `(${instanceColumn} = ? AND ${activityColumn} = ?)`;
    where.add(
      known.length === 0 ? '1 = 0' : `(${known.map(() => one).join(' OR ')})`,
      ...known.flatMap(({ instanceId, activity }) => [instanceId, activity]),
    );
  },
  matches: (row, value) =>
    value.some((id) => {
      const at = readActivityInstanceId(id);
      return row.instance_id === at?.instanceId && Number(row[memberOf(activityColumn)]) === at?.activity;
    }),
});
