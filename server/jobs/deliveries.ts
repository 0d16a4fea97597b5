import type { Context } from '../context.ts';
import { deliverLaunch } from './deliver-launch.ts';
import { deliverSignal, deliverSignalToInstance, deliverSignalToStart } from './deliver-signal.ts';
import { deliverTaskCreated, deliverTasksCreated } from './deliver-task-created.ts';
import { deliverVersionBegins } from './deliver-version-begins.ts';
import type { OutboxMessage } from './outbox-message.ts';

/**
 * Delivers one outbox row in the current transaction. Keyed by the row's id: a repeat changes nothing.
 * Throws on a payload that it cannot read.
 */
export type Delivery = (context: Context, outboxId: string, payload: unknown) => Promise<void>;

/** One line a kind. */
export const deliveries: Readonly<Record<string, Delivery | undefined>> = {
  'task-created': deliverTaskCreated,
  signal: deliverSignal,
  'signal-to-instance': deliverSignalToInstance,
  'signal-to-start': deliverSignalToStart,
  launch: deliverLaunch,
  'version-begins': deliverVersionBegins,
};

/**
 * Delivers several rows of one kind in the current transaction, all or none, and answers which; the others are then
 * delivered one by one.
 */
export type DeliveryTogether = (
  context: Context,
  messages: readonly OutboxMessage[],
) => Promise<readonly string[]>;

/** Kinds that come in numbers: a transaction for each would cost as much as the command that sent it. */
export const deliveriesTogether: Readonly<Record<string, DeliveryTogether | undefined>> = {
  'task-created': deliverTasksCreated,
};
