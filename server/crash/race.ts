import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import { pino } from 'pino';
import type { Context } from '../context.ts';
import { createContext } from '../create-context.ts';
import { openDatabase } from '../persistence/database.ts';
import { transaction } from '../persistence/transaction.ts';
import { type TestContext, testSecret } from '../testing/test-context.ts';
import { type Matches, pauseAt } from './pause-point.ts';

/** What came of one side of a race: its value, or the code and details of its refusal. */
export type Outcome<T> =
  | { readonly value: T }
  | { readonly refused: string; readonly detail: Readonly<Record<string, unknown>> };

export type Contender<T> = (context: Context) => Promise<T>;

/** A contender whose whole work is one transaction. */
export const within =
  <T>(body: Contender<T>): Contender<T> =>
  (context) =>
    transaction(context.database, () => body(context));

export interface Servers {
  readonly one: Context;
  readonly two: Context;
  close(): Promise<void>;
}

/** Two server processes on one database; SQLite is for one process, so there both are the same. */
export async function twoServers(context: TestContext): Promise<Servers> {
  if (context.database.dialect === 'sqlite')
    return { one: context, two: context, close: async () => undefined };
  const database = await openDatabase(context.databaseUrl);
  const two = createContext({
    database,
    secret: testSecret,
    filesFolder: context.filesFolder,
    timeZone: context.timeZone,
    log: pino({ level: 'silent' }),
    now: context.now,
  });
  return { one: context, two, close: () => database.close() };
}

/**
 * Lets `first` take the lock that the statement asks for and stop there; then `second` runs until it asks for the same
 * lock; then both go on. On SQLite the second waits for its turn as a whole.
 */
export async function race<A, B>(
  servers: Servers,
  lock: Matches,
  first: Contender<A>,
  second: Contender<B>,
): Promise<[Outcome<A>, Outcome<B>]> {
  const ahead = pauseAt(servers.one, 'after', lock);
  const behind = pauseAt(servers.two, 'before', lock);
  const firstDone = outcomeOf(first(ahead.context));
  await Promise.race([ahead.reached, firstDone]);
  const secondDone = outcomeOf(second(behind.context));
  if (servers.one !== servers.two) await Promise.race([behind.reached, secondDone]);
  behind.resume();
  ahead.resume();
  return Promise.all([firstDone, secondDone]);
}

export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code, detail: error.detail };
    if (error instanceof EngineError)
      return { refused: error.code, detail: { elementId: error.elementId, message: error.message } };
    throw error;
  }
}
