import { pino } from 'pino';
import { createContext } from '../../create-context.ts';
import { startJobExecutor } from '../../jobs/job-executor.ts';
import { openDatabase } from '../../persistence/database.ts';

/** What the test tells the process. Clocks are milliseconds that the executor's clock is ahead of the machine's. */
export type ToExecutor =
  | { readonly type: 'start'; readonly clockAhead: number }
  | { readonly type: 'clock'; readonly clockAhead: number };

/** What the process tells the test. */
export type FromExecutor = { readonly type: 'loaded' } | { readonly type: 'ready' };

/**
 * The job executor of a server as a process of its own, for tests that kill it: it loads its code, then starts when it is
 * told, on a clock that the test moves.
 */
const {
  DATABASE_URL = '',
  DATA_FOLDER = '',
  ONEPLAN_SECRET = '',
  OWNER = '',
  LOCK_MILLISECONDS,
} = process.env;
const tell = (message: FromExecutor) => process.send?.(message);
let clockAhead = 0;
let wake = () => {};

async function start(): Promise<void> {
  const context = createContext({
    database: await openDatabase(DATABASE_URL),
    secret: ONEPLAN_SECRET,
    filesFolder: DATA_FOLDER,
    timeZone: 'Asia/Shanghai',
    log: pino({ level: 'silent' }),
    now: () => Date.now() + clockAhead,
  });
  const executor = startJobExecutor(context, { owner: OWNER, lockMilliseconds: Number(LOCK_MILLISECONDS) });
  wake = () => executor.wake();
  tell({ type: 'ready' });
}

process.on('message', (message: ToExecutor) => {
  clockAhead = message.clockAhead;
  if (message.type === 'clock') return wake();
  start().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
tell({ type: 'loaded' });
