import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { Context } from '../../context.ts';
import type { SqlValue } from '../../persistence/sql-statement.ts';

/** Values that variables must have, by name. */
export type VariableValues = Readonly<Record<string, unknown>>;

/** Whom a message is for; what is left out does not matter. */
export interface MessageAddress {
  readonly name: string;
  /** Of the (called) process that waits. */
  readonly businessKey?: string;
  readonly instanceId?: string;
  /** '' is a tenant as well: that of definitions without one. Left out: any. */
  readonly tenantId?: string;
  /** Variables of the (called) process that waits. */
  readonly correlationKeys?: VariableValues;
  /** Variables of the scope that waits. */
  readonly localCorrelationKeys?: VariableValues;
}

/** A subscription of an instance. */
export interface Waiting {
  readonly id: string;
  readonly instanceId: string;
  readonly token: number;
}

interface Row {
  id: string;
  instance_id: string;
  token: number;
  state: string | null;
}

/** The subscriptions of instances that a message fits, oldest first. Values are equal when they are the same JSON. */
export async function waitingForMessage(context: Context, address: MessageAddress): Promise<Waiting[]> {
  const { correlationKeys = {}, localCorrelationKeys = {} } = address;
  const byValues = Object.keys(correlationKeys).length + Object.keys(localCorrelationKeys).length > 0;
  const conditions: [string, SqlValue | undefined][] = [
    ['s.name = ?', address.name],
    ['s.business_key = ?', address.businessKey],
    ['s.instance_id = ?', address.instanceId],
    ['s.tenant_id = ?', address.tenantId],
  ];
  const used = conditions.flatMap(([text, value]) => (value === undefined ? [] : [{ text, value }]));
  const rows = await context.sql.all<Row>(
    `SELECT s.id, s.instance_id, s.token${byValues ? ', i.state' : ', NULL AS state'} FROM subscription s
     JOIN process_instance i ON i.id = s.instance_id
     WHERE s.kind = 'message' AND i.suspended = ? AND ${used.map(({ text }) => text).join(' AND ')} ORDER BY s.id`,
    [false, ...used.map(({ value }) => value)],
  );
  return rows
    .filter((row) => {
      if (row.state === null) return true;
      const { process, local } = scopesAt(JSON.parse(row.state) as InstanceState, Number(row.token));
      return holds(process, correlationKeys) && holds(local, localCorrelationKeys);
    })
    .map(({ id, instance_id, token }) => ({ id, instanceId: instance_id, token: Number(token) }));
}

/** The variables of the (called) process around a token, and those of the token alone. */
function scopesAt(
  state: InstanceState,
  token: number,
): { readonly process: VariableValues; readonly local: VariableValues } {
  const tokens = new Map(state.t.map((each) => [each.i, each]));
  const first = tokens.get(token);
  const local = first?.l ?? {};
  for (let at = first && tokens.get(first.p ?? 0); at; at = tokens.get(at.p ?? 0))
    if (at.c) return { process: at.l ?? {}, local };
  return { process: state.v, local };
}

const holds = (variables: VariableValues, wanted: VariableValues): boolean =>
  Object.entries(wanted).every(
    ([name, value]) =>
      Object.hasOwn(variables, name) && JSON.stringify(variables[name]) === JSON.stringify(value),
  );
