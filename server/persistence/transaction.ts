import { currentTransaction, type Database, withTransaction } from './database.ts';
import { isRetryable, translateDriverError } from './driver-errors.ts';
import { raiseMasterDataVersion } from './master-data.ts';
import { PacketTransaction } from './packet-transaction.ts';

const tries = 4;

/** SQLite has one writer: transactions wait here in order instead of in the driver's threads. */
const queues = new WeakMap<Database, Promise<unknown>>();

/**
 * Runs a use case in one READ COMMITTED transaction: all of it is committed, or none.
 *
 * A deadlock, lock time-out or snapshot conflict runs the *whole* use case again, up to 4 times with jitter; so
 * `body` must have no effect outside the database. Inside another transaction it joins that one.
 */
export async function transaction<T>(database: Database, body: () => Promise<T>): Promise<T> {
  if (currentTransaction()) return body();
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(database, body);
    } catch (error) {
      if (attempt >= tries || !isRetryable(error)) throw translateDriverError(error);
      await new Promise((resolve) => setTimeout(resolve, attempt * (5 + Math.random() * 20)));
    }
  }
}

function once<T>(database: Database, body: () => Promise<T>): Promise<T> {
  if (database.dialect !== 'sqlite') return inPackets(database, body);
  const begin = () =>
    database.sequelize.transaction(async () => {
      const result = await body();
      await raiseMasterDataVersion(database);
      return result;
    });
  const turn = (queues.get(database) ?? Promise.resolve()).then(begin);
  queues.set(
    database,
    turn.catch(() => undefined),
  );
  return turn;
}

async function inPackets<T>(database: Database, body: () => Promise<T>): Promise<T> {
  const transaction = await PacketTransaction.open(database.sequelize);
  return withTransaction(transaction, async () => {
    try {
      const result = await body();
      await raiseMasterDataVersion(database);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  });
}
