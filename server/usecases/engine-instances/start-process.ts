import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { transaction } from '../../persistence/transaction.ts';
import { startInstances } from '../engine/execute-command.ts';
import type { QueryRow } from '../engine-queries/engine-query.ts';
import { instanceQuery } from '../engine-queries/instance-query.ts';
import { statesOf } from '../engine-queries/instance-states.ts';
import type { VariableValues } from '../external-tasks/visible-variables.ts';

export interface ProcessStart {
  readonly definitionId: string;
  readonly businessKey: string | null;
  readonly variables: VariableValues;
  /** Null: the none start event. */
  readonly startEventId: string | null;
}

export interface StartedProcess {
  readonly id: string;
  readonly row: QueryRow;
  readonly variables: VariableValues;
}

/**
 * Starts an instance that is about nobody, for a client of the engine. The processes of a plan are started by its
 * records: without one their tasks could be given to nobody, so `conflict`.
 */
export function startProcess(context: Context, start: ProcessStart): Promise<StartedProcess> {
  return transaction(context.database, async () => {
    const definition = await findDefinition(context, start.definitionId);
    if (!definition) throw new AppError('not-found', `No matching definition with id ${start.definitionId}`);
    const { bundle, process } = definition;
    if (bundle.kind === 'plan')
      throw new AppError(
        'conflict',
        `"${process.key}" belongs to a published plan: its instances are started by the records that they carry.`,
      );
    const held = await context.sql.one('SELECT id FROM process_definition WHERE id = ? AND suspended = 1', [
      start.definitionId,
    ]);
    if (held)
      throw new AppError(
        'conflict',
        `Cannot start process instance. Process definition ${start.definitionId} is suspended`,
      );
    const id = context.newId();
    await startInstances(context, [
      {
        bundle,
        processKey: process.key,
        instanceId: id,
        businessKey: start.businessKey,
        place: null,
        record: null,
        variables: start.variables as Variables,
        actor: null,
        ...(start.startEventId === null ? {} : { startEventId: start.startEventId }),
      },
    ]);
    return {
      id,
      row: await readInstance(context, id),
      variables: (await statesOf(context, [id])).get(id)?.v ?? {},
    };
  });
}

async function readInstance(context: Context, id: string): Promise<QueryRow> {
  const row = await context.sql.one<QueryRow>(
    `SELECT ${instanceQuery.select} FROM ${instanceQuery.from} WHERE p.id = ?`,
    [id],
  );
  if (!row) throw new Error(`the instance ${id} was just started and is not there`);
  return row;
}
