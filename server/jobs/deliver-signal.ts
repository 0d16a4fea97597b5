import { z } from 'zod';
import type { Context } from '../context.ts';
import { findDefinition } from '../persistence/published-bundle.ts';
import { engineOf } from '../usecases/engine/engine.ts';
import { executeCommands } from '../usecases/engine/execute-command.ts';
import { startWithoutSubject } from '../usecases/jobs/start-without-subject.ts';
import { isOver } from './failed-try.ts';

const variables = z.record(z.string(), z.unknown());
const signal = z.object({
  name: z.string(),
  variables: variables.default({}),
  /** Instance that threw it and has dealt with its own subscriptions; null: a client of the engine. */
  instanceId: z.string().nullable().default(null),
  /** Null: for everyone. Otherwise for subscriptions of this tenant and of none, as on Camunda 7. */
  tenantId: z.string().nullable().default(null),
});
const toInstance = z.object({
  instanceId: z.string(),
  subscriptionIds: z.array(z.string()),
  variables,
});
const toStart = z.object({ definitionId: z.string(), elementId: z.string(), variables });

interface Subscription {
  id: string;
  instance_id: string | null;
  definition_id: string;
  element_id: string;
}

/**
 * Hands a signal on to everyone who waits for it now: a message for each instance and for each start event, written in
 * the transaction that marks this one as delivered, so that each gets it once and none waits for another.
 * Suspended instances do not hear it.
 */
export async function deliverSignal(context: Context, _outboxId: string, payload: unknown): Promise<void> {
  const { name, instanceId, tenantId, ...rest } = signal.parse(payload);
  const found = await context.sql.all<Subscription>(
    `SELECT s.id, s.instance_id, s.definition_id, s.element_id FROM subscription s LEFT JOIN process_instance i ON i.id = s.instance_id
     WHERE s.kind = 'signal' AND s.name = ? AND (s.instance_id IS NULL OR s.instance_id <> ?) AND (i.suspended IS NULL OR i.suspended = 0)
     ${tenantId === null ? '' : "AND s.tenant_id IN (?, '')"} ORDER BY s.id`,
    [name, instanceId ?? '', ...(tenantId === null ? [] : [tenantId])],
  );
  const byInstance = new Map<string, string[]>();
  const messages: { kind: string; payload: object }[] = [];
  for (const { id, instance_id, definition_id, element_id } of found) {
    if (instance_id !== null) byInstance.set(instance_id, [...(byInstance.get(instance_id) ?? []), id]);
    // From outside: an engine that was told as well starts its processes itself.
    else if (instanceId !== null || engineOf(context).passOn === null)
      messages.push({
        kind: 'signal-to-start',
        payload: { definitionId: definition_id, elementId: element_id, ...rest },
      });
  }
  for (const [id, subscriptionIds] of byInstance)
    messages.push({ kind: 'signal-to-instance', payload: { instanceId: id, subscriptionIds, ...rest } });
  const now = context.now();
  await context.sql.insert(
    'outbox',
    messages.map((message) => ({
      id: context.newId(),
      kind: message.kind,
      payload: JSON.stringify(message.payload),
      created_at: now,
      due_at: now,
    })),
  );
}

/** Whoever does not wait for it any more does not get it. */
export async function deliverSignalToInstance(
  context: Context,
  _outboxId: string,
  payload: unknown,
): Promise<void> {
  const { instanceId, subscriptionIds, variables: values } = toInstance.parse(payload);
  for (const id of subscriptionIds) {
    // Read again each time: the step before may have ended the wait.
    const subscription = await context.sql.one<{ token: number }>(
      'SELECT token FROM subscription WHERE id = ?',
      [id],
    );
    if (!subscription) continue;
    const [outcome] = await executeCommands(context, [
      {
        instanceId,
        command: { type: 'deliver-signal', token: Number(subscription.token), variables: values },
        actor: null,
      },
    ]);
    if (outcome?.error !== undefined && !isOver(outcome.error)) throw outcome.error;
  }
}

/** The instance gets the id of the message: delivered twice, it starts once. */
export async function deliverSignalToStart(
  context: Context,
  outboxId: string,
  payload: unknown,
): Promise<void> {
  const { definitionId, elementId, variables: values } = toStart.parse(payload);
  const definition = await findDefinition(context, definitionId);
  if (!definition) return;
  const [started] = await context.sql.all('SELECT id FROM process_instance WHERE id = ?', [outboxId]);
  if (started) return;
  await startWithoutSubject(context, definition, {
    instanceId: outboxId,
    startEventId: elementId,
    variables: values,
  });
}
