import type { listEngineCommands as contract } from '@oneplan/runtime/contracts/api/engine.ts';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { findDefinition } from '../persistence/published-bundle.ts';
import { engineOf } from '../usecases/engine/engine.ts';
import { isDroppable } from './decide-command.ts';

type Answer = z.input<typeof contract.response>;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'refused';
  readonly instance_id: string | null;
  readonly definition_id: string | null;
  readonly element_name: string | null;
  readonly created_at: number;
  readonly due_at: number;
  readonly sent_at: number | null;
  readonly error_message: string | null;
}

/** What waits for the engine or was refused by it: refused first, then what waits longest. */
export async function listCommands(context: Context, limit: number): Promise<Answer> {
  const rows = await context.sql.all<Row>(
    `SELECT c.id, c.kind, c.state, i.id AS instance_id, i.definition_id, t.name AS element_name, c.created_at, c.due_at, c.sent_at, c.error_message
     FROM engine_command c LEFT JOIN process_instance i ON i.id = c.instance_id LEFT JOIN task t ON t.id = c.task_id
     WHERE c.state IN ('waiting', 'refused') ORDER BY c.state, c.created_at, c.id LIMIT ${limit}`,
  );
  const counts = await context.sql.all<{ state: string; n: number }>(
    "SELECT state, COUNT(*) AS n FROM engine_command WHERE state IN ('waiting', 'refused') GROUP BY state",
  );
  const items: Answer['items'] = [];
  for (const row of rows) {
    const definition = row.definition_id === null ? null : await findDefinition(context, row.definition_id);
    items.push({
      id: row.id,
      kind: row.kind,
      state: row.state,
      instanceId: row.instance_id,
      processName: definition?.process.name ?? null,
      elementName: row.element_name,
      since: iso(row.created_at),
      nextTry: row.state === 'waiting' && Number(row.due_at) > context.now() ? iso(row.due_at) : null,
      sent: row.sent_at !== null,
      message: row.error_message,
      droppable: isDroppable(row),
    });
  }
  const count = (state: string) => Number(counts.find((row) => row.state === state)?.n ?? 0);
  return {
    engine: engineOf(context).name,
    items,
    waiting: count('waiting'),
    refused: count('refused'),
  };
}

const iso = (instant: number) => new Date(Number(instant)).toISOString();
