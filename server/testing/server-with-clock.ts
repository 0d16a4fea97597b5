import { readConfig } from '../config.ts';
import { startServer } from '../start-server.ts';

/** What the test tells the process. Clocks are milliseconds that the server's clock is ahead of the machine's. */
export type ToServer =
  | { readonly type: 'start'; readonly clockAhead: number }
  | { readonly type: 'clock'; readonly clockAhead: number };

/** What the process tells the test. */
export type FromServer = { readonly type: 'loaded' } | { readonly type: 'ready'; readonly address: string };

/**
 * A server process like `main.ts`, for tests that kill it: it loads its code, then starts when it is told, on a clock
 * that the test moves. It ends with the test, whatever happens to that.
 */
let clockAhead = 0;
const tell = (message: FromServer) => process.send?.(message);

process.on('message', (message: ToServer) => {
  clockAhead = message.clockAhead;
  if (message.type !== 'start') return;
  startServer(readConfig(process.env), { now: () => Date.now() + clockAhead }).then(
    ({ address, stop }) => {
      process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
      tell({ type: 'ready', address });
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
tell({ type: 'loaded' });
