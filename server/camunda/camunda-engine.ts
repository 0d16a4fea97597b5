import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { CommandType } from '@oneplan/runtime/engine/command.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { Context } from '../context.ts';
import type { CommandOrder, EnginePort, OrderOutcome, StartOrder } from '../engine-port.ts';
import { announceWork } from '../jobs/work-announcements.ts';
import { places } from '../persistence/sql-statement.ts';
import { WriteBatch } from '../persistence/write-batch.ts';
import { embeddedEngine } from '../usecases/engine/embedded-engine.ts';
import { addCommand } from './command-rows.ts';
import { orderPictures } from './order-picture.ts';
import { orderWriters } from './order-writers.ts';
import { passOn } from './pass-on.ts';

/**
 * The engine behind the REST API of Camunda 7. An order is rows in the caller's transaction and nothing else: the engine
 * is not asked, so it may be away. What it brings about there comes back by projection.
 */
export const camundaEngine: EnginePort = { name: 'camunda', start, execute, passOn };

async function start(
  context: Context,
  batch: WriteBatch,
  orders: readonly StartOrder[],
): Promise<readonly OrderOutcome[]> {
  const outcomes = orders.map((order) =>
    attempt(order.instanceId, batch, (own) => startOne(context, own, order)),
  );
  announceWork(context.database);
  return outcomes;
}

/** An instance stays on the engine that it was started on: what began on the embedded one is executed there to its end. */
async function execute(
  context: Context,
  batch: WriteBatch,
  orders: readonly CommandOrder[],
): Promise<readonly OrderOutcome[]> {
  const there = await onEngine(
    context,
    orders.map(({ instance }) => instance.id),
  );
  const away = orders.filter(({ instance }) => there.has(instance.id));
  const here = orders.filter(({ instance }) => !there.has(instance.id));
  const sent = [...(await send(context, batch, away))];
  const executed = here.length > 0 ? [...(await embeddedEngine.execute(context, batch, here))] : [];
  return orders.map(({ instance }): OrderOutcome => {
    const outcome = (there.has(instance.id) ? sent : executed).shift();
    return outcome ?? { instanceId: instance.id, error: new Error('an order has no outcome') };
  });
}

async function onEngine(context: Context, ids: readonly string[]): Promise<Set<string>> {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Set();
  const rows = await context.sql.all<{ instance_id: string }>(
    `SELECT instance_id FROM engine_instance WHERE instance_id IN (${places(unique)})`,
    unique,
  );
  return new Set(rows.map((row) => row.instance_id));
}

async function send(
  context: Context,
  batch: WriteBatch,
  orders: readonly CommandOrder[],
): Promise<readonly OrderOutcome[]> {
  const tasks = await openTasks(context, orders);
  const pictures = await orderPictures(context, orders);
  const given = new Map<string, number>();
  const outcomes = orders.map((order) => {
    const { instance } = order;
    return attempt(instance.id, batch, (own) => {
      const before = given.get(instance.id) ?? 0;
      assertAllowed(order);
      const write = orderWriters[order.command.type];
      const key = taskKey(instance.id, 'token' in order.command ? order.command.token : undefined);
      write(order.command as never, {
        context,
        batch: own,
        order,
        taskId: tasks.get(key) ?? null,
        picture: pictures.get(instance.id) ?? null,
        position: instance.revision + before + 1,
      });
      if (order.command.type !== 'throw-escalation') tasks.delete(key);
      given.set(instance.id, before + 1);
    });
  });
  const instances = new Map(orders.map(({ instance }) => [instance.id, instance]));
  for (const [id, count] of given) {
    const revision = instances.get(id)?.revision ?? 0;
    batch.update('process_instance', id, { revision: revision + count }, revision);
  }
  announceWork(context.database);
  return outcomes;
}

/** An order that throws has added nothing to the batch. */
function attempt(instanceId: string, batch: WriteBatch, write: (own: WriteBatch) => void): OrderOutcome {
  try {
    const own = new WriteBatch();
    write(own);
    batch.add(own);
    return { instanceId, effects: [] };
  } catch (error) {
    return { instanceId, error };
  }
}

function startOne(context: Context, batch: WriteBatch, order: StartOrder): void {
  const { bundle, instanceId, actor } = order;
  const process = bundle.processes.get(order.processKey);
  if (!process)
    throw new AppError('engine-failed', `The published plan has no process "${order.processKey}".`, {
      processKey: order.processKey,
    });
  const first = process.graph.nodes[order.startEventId ?? process.graph.start];
  if (first?.kind !== 'start-event')
    throw new EngineError(
      'NO_SUCH_START',
      `"${order.startEventId ?? ''}" is no start event of "${order.processKey}"`,
      order.startEventId,
    );
  batch.insert('process_instance', {
    id: instanceId,
    definition_id: process.definitionId,
    process_key: order.processKey,
    tenant_id: bundle.tenantId,
    bundle_id: bundle.id,
    business_key: order.businessKey,
    subject_kind: order.place ? 'student' : 'none',
    subject_id: order.place?.studentId ?? '',
    // The engine has the state; here nothing waits.
    state: JSON.stringify({ v: {}, t: [], n: 1 }),
    revision: 1,
    status: 'active',
    started_by: actor?.userId ?? null,
    started_at: context.now(),
    ended_at: null,
  });
  batch.insert('engine_instance', { instance_id: instanceId, engine_id: null });
  const initiator = first.initiator !== undefined && actor ? { [first.initiator]: actor.userId } : {};
  addCommand(context, batch, {
    instanceId,
    position: 1,
    actorId: actor?.userId ?? null,
    command: {
      kind: 'start',
      bundleId: bundle.id,
      processKey: order.processKey,
      businessKey: order.businessKey ?? instanceId,
      variables: { ...order.variables, ...initiator },
      ...(order.startEventId === undefined ? {} : { startEventId: order.startEventId }),
    },
  });
}

/**
 * Ids of the tasks that are not over and that the orders name by instance and token. One that was decided and waited for
 * signers is among them: its completion is what follows from the last signature.
 */
async function openTasks(context: Context, orders: readonly CommandOrder[]): Promise<Map<string, string>> {
  const instances = [
    ...new Set(orders.flatMap(({ command, instance }) => ('token' in command ? [instance.id] : []))),
  ];
  if (instances.length === 0) return new Map();
  const rows = await context.sql.all<{ id: string; instance_id: string; token: number }>(
    `SELECT id, instance_id, token FROM task WHERE status IN ('open', 'held') AND signs_for IS NULL
     AND instance_id IN (${places(instances)})`,
    instances,
  );
  return new Map(rows.map((row) => [taskKey(row.instance_id, Number(row.token)), row.id]));
}

const taskKey = (instanceId: string, token: number | undefined) => `${instanceId}/${token ?? ''}`;

/** Suspended: nothing goes on, corrections by administrators are possible; as with the embedded engine. */
const allowedInSuspension: ReadonlySet<CommandType> = new Set(['set-variables', 'modify', 'cancel']);

function assertAllowed({ instance, command }: CommandOrder): void {
  if (instance.status !== 'active')
    throw new EngineError('INSTANCE_ENDED', `The instance ${instance.id} has ended (${instance.status})`);
  if (instance.suspended && !allowedInSuspension.has(command.type))
    throw new AppError(
      'conflict',
      'The process instance is suspended; activate it first, nothing was changed.',
      { instanceId: instance.id, suspended: true },
    );
}
