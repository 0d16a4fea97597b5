import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { CommandType } from '@oneplan/runtime/engine/command.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { Context } from '../context.ts';
import type { CommandOrder } from '../engine-port.ts';
import type { LockedInstance } from '../persistence/engine/instance-row.ts';
import { findDefinition } from '../persistence/published-bundle.ts';
import { places } from '../persistence/sql-statement.ts';
import { isSettled, notSettled } from './settled.ts';

/** What an order that names places in an instance is written by: where the engine stood when it was last looked at. */
export interface OrderPicture {
  /** Id on the engine of the activity instance with a number of ours. Throws EngineError TOKEN_GONE. */
  activityOf(number: number): string;
  /** Graph of the process of the instance (null), or of one that it calls. */
  graphOf(processKey: string | null): ProcessGraph;
  /** Throws `engine-waiting` unless everything that was asked for has been done and seen: places may be old otherwise. */
  assertSettled(): void;
}

/** Commands that name places by what was last seen. */
const placed: ReadonlySet<CommandType> = new Set([
  'modify',
  'set-variables',
  'deliver-message',
  'deliver-signal',
  'fire-timer',
  'complete-external-task',
  'throw-error',
]);

/** The pictures of the instances of these orders that need one, by instance. */
export async function orderPictures(
  context: Context,
  orders: readonly CommandOrder[],
): Promise<ReadonlyMap<string, OrderPicture>> {
  const instances = new Map(
    orders.flatMap(({ instance, command }) => (placed.has(command.type) ? [[instance.id, instance]] : [])),
  );
  if (instances.size === 0) return new Map();
  const rows = await context.sql.all<{ instance_id: string; activity: number; engine_activity_id: string }>(
    `SELECT instance_id, activity, engine_activity_id FROM engine_activity WHERE instance_id IN (${places([...instances])})`,
    [...instances.keys()],
  );
  const pictures = new Map<string, OrderPicture>();
  for (const instance of instances.values())
    pictures.set(
      instance.id,
      await pictureOf(
        context,
        instance,
        new Map(
          rows
            .filter((row) => row.instance_id === instance.id)
            .map((row) => [Number(row.activity), row.engine_activity_id]),
        ),
      ),
    );
  return pictures;
}

async function pictureOf(
  context: Context,
  instance: LockedInstance,
  activities: ReadonlyMap<number, string>,
): Promise<OrderPicture> {
  const definition = await findDefinition(context, instance.definitionId);
  const settled = await isSettled(context, instance.id);
  return {
    activityOf: (number) => {
      const activity = activities.get(number);
      if (activity !== undefined) return activity;
      throw new EngineError('TOKEN_GONE', `Token ${number} is not waiting (any more) in ${instance.id}`);
    },
    graphOf: (key) => {
      const graph = key === null ? definition?.process.graph : definition?.bundle.processes.get(key)?.graph;
      if (graph) return graph;
      throw new AppError('engine-failed', 'The process definition of this instance is missing.', {
        instanceId: instance.id,
      });
    },
    assertSettled: () => {
      if (!settled) throw notSettled(instance.id);
    },
  };
}
