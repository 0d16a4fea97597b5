import { currentTransaction, type Database } from '../persistence/database.ts';

type Listener = () => void;
const listeners = new WeakMap<Database, Set<Listener>>();

/** Calls `listener` whenever this process has committed new work on the database. Answers how to stop that. */
export function onWork(database: Database, listener: Listener): () => void {
  const set = listeners.get(database) ?? new Set();
  listeners.set(database, set.add(listener));
  return () => set.delete(listener);
}

/**
 * Says that there is new work (a job, an external task, an outbox row): after the commit of the current transaction,
 * or at once outside one. Only saves waiting: whoever misses it finds the rows at the next poll.
 */
export function announceWork(database: Database): void {
  const tell = () => {
    for (const listener of listeners.get(database) ?? []) listener();
  };
  const transaction = currentTransaction() as { afterCommit?(hook: () => void): unknown } | undefined;
  if (transaction?.afterCommit) transaction.afterCommit(tell);
  else tell();
}
