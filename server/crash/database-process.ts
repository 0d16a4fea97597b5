import type { Context } from '../context.ts';
import { translateDriverError } from '../persistence/driver-errors.ts';

/** A database server of our own, to be killed. */
export interface DatabaseProcess {
  /** SIGKILL: nothing is written any more, every connection breaks. */
  kill(): Promise<void>;
  /** Starts it on the same data; returns at once, it recovers before it answers. */
  restart(): void;
}

const pause = 20;

/** Reads again and again until the database answers: a connection of the test itself breaks with the others. */
export async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await read();
    } catch (error) {
      const { code } = translateDriverError(error) as { code?: string };
      if (code !== 'unavailable' || tries > 1_000) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Whether commits are on the disk before they are acknowledged, as the database itself says. */
export async function flushesAtCommit({ sql }: Context): Promise<boolean> {
  if (sql.dialect === 'sqlite') return true;
  const row = await sql.one<{ value: number }>('SELECT @@innodb_flush_log_at_trx_commit AS value');
  return Number(row?.value) === 1;
}
