import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';

export interface FilingUnderDecision {
  readonly planName: string;
  readonly shown: NonNullable<TaskSummary['filing']>;
}

/** The filings that these instances decide on, by instance; instances about something else are left out. */
export async function filingsUnderDecision(
  context: Context,
  instanceIds: readonly string[],
): Promise<ReadonlyMap<string, FilingUnderDecision>> {
  if (instanceIds.length === 0) return new Map();
  const rows = await context.sql.all<{
    instance_id: string;
    layer_id: string;
    unit_name: string;
    plan_name: string;
  }>(
    `SELECT f.instance_id, f.layer_id, u.name AS unit_name, p.name AS plan_name
     FROM filing f JOIN plan_layer l ON l.id = f.layer_id JOIN plan p ON p.id = l.plan_id
     JOIN org_unit u ON u.id = l.org_unit_id WHERE f.instance_id IN (${places(instanceIds)})`,
    [...instanceIds],
  );
  return new Map(
    rows.map((row) => [
      row.instance_id,
      { planName: row.plan_name, shown: { layerId: row.layer_id, unitName: row.unit_name } },
    ]),
  );
}
