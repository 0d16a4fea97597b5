import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../engine-port.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import type { SqlValue } from '../../persistence/sql-statement.ts';
import { startInstances } from './execute-command.ts';

export interface MessageStart {
  readonly name: string;
  readonly businessKey: string | null;
  /** '' is a tenant as well: that of definitions without one. Left out: any. */
  readonly tenantId?: string;
  readonly variables: Variables;
  readonly actor: Actor;
}

/** A message start event of the newest version of a process. */
export interface MessageStartEvent {
  readonly definitionId: string;
  readonly elementId: string;
  readonly tenantId: string;
}

interface Row {
  definition_id: string;
  element_id: string;
  tenant_id: string;
}

/** The processes that start at a message. */
export async function startedByMessage(
  context: Context,
  name: string,
  tenantId?: string,
): Promise<MessageStartEvent[]> {
  const values: SqlValue[] = [name, false];
  if (tenantId !== undefined) values.push(tenantId);
  const rows = await context.sql.all<Row>(
    `SELECT s.definition_id, s.element_id, s.tenant_id FROM subscription s JOIN process_definition d ON d.id = s.definition_id
     WHERE s.kind = 'message' AND s.name = ? AND s.instance_id IS NULL AND d.suspended = ?
       ${tenantId === undefined ? '' : 'AND s.tenant_id = ?'} ORDER BY s.id`,
    values,
  );
  return rows.map((row) => ({
    definitionId: row.definition_id,
    elementId: row.element_id,
    tenantId: row.tenant_id,
  }));
}

export async function startAtEvent(
  context: Context,
  event: MessageStartEvent,
  { businessKey, variables, actor }: MessageStart,
): Promise<string> {
  const definition = await findDefinition(context, event.definitionId);
  if (!definition) throw new Error(`the definition ${event.definitionId} of a start event is not there`);
  const instanceId = context.newId();
  await startInstances(context, [
    {
      bundle: definition.bundle,
      processKey: definition.process.key,
      instanceId,
      businessKey,
      place: null,
      record: null,
      variables,
      actor,
      startEventId: event.elementId,
    },
  ]);
  return instanceId;
}
