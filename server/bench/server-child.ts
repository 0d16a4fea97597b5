import { readConfig } from '../config.ts';
import { startServer } from '../start-server.ts';

/** What a benchmark is told once the server answers. */
export interface Ready {
  readonly address: string;
}

/** A server process like `main.ts`, which tells the benchmark its address and ends with it. */
startServer(readConfig(process.env)).then(
  ({ address, stop }) => {
    process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
    process.send?.({ address } satisfies Ready);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
process.on('disconnect', () => process.exit(1));
