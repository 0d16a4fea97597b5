import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { ConnectionError } from 'sequelize';

interface DriverError {
  readonly code?: string;
  readonly errno?: number;
  readonly sqlMessage?: string;
  readonly message?: string;
  /** The driver: the connection is gone with it. */
  readonly fatal?: boolean;
}

/** The driver's own error below Sequelize's wrappers. */
function driverError(error: unknown): DriverError | null {
  if (typeof error !== 'object' || error === null) return null;
  const { original, parent } = error as { original?: unknown; parent?: unknown };
  return (original ?? parent ?? error) as DriverError;
}

/** Deadlock, lock wait time-out, snapshot conflict (MySQL, MariaDB), busy file (SQLite). */
const retryable = new Set<number | string>([1213, 1205, 1020, 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);

/** True: the whole use case may run again and will see another outcome. */
export function isRetryable(error: unknown): boolean {
  const driver = driverError(error);
  return driver !== null && (retryable.has(driver.errno ?? 0) || retryable.has(driver.code ?? ''));
}

/** True: a row with this unique key exists already. */
export function isDuplicate(error: unknown): boolean {
  const driver = driverError(error);
  if (driver === null) return false;
  if (driver.errno === 1062) return true;
  return driver.code === 'SQLITE_CONSTRAINT' && /UNIQUE|PRIMARY KEY/i.test(driver.message ?? '');
}

/** What a connection says when the database ends, was killed, or is not there. */
const lost = new Set<string | undefined>([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
]);

/** Turns what a driver says into what a caller can act on; anything else is left as it is. */
export function translateDriverError(error: unknown): unknown {
  const driver = driverError(error);
  if (driver === null || error instanceof AppError) return error;
  if (isDuplicate(error))
    return new AppError('conflict', 'This already exists; load the page again.', {}, error);
  if (driver.errno === 1406) {
    const column = /column '([^']+)'/.exec(driver.sqlMessage ?? '')?.[1];
    return new AppError(
      'invalid-request',
      `The value for ${column ?? 'a field'} is too long; shorten it.`,
      { column },
      error,
    );
  }
  // A connection that breaks while it commits leaves open whether that was done; so the answer does not say.
  if (error instanceof ConnectionError || driver.fatal === true || lost.has(driver.code)) {
    return new AppError(
      'unavailable',
      'The database does not answer. Try again in a moment: sent again under the same Idempotency-Key nothing happens twice.',
      {},
      error,
    );
  }
  return error;
}
