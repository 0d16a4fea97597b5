import type { Context } from '../context.ts';
import { deliverSignal, deliverSignalToInstance, deliverSignalToStart } from './deliver-signal.ts';
import { deliverTaskCreated } from './deliver-task-created.ts';

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
};
