import { prepareServer, type ServerProcess, type ServerProcessOptions } from './server-process.ts';

/** What `openServerPark` gives: servers on one database, and what happened to them. */
export interface ServerPark {
  /** Address of a living server, chosen by `choose` (in [0, 1)); waits while there is none. */
  address(choose: number): Promise<string>;
  readonly size: number;
  /** One server more. */
  grow(): Promise<void>;
  /** One server less, asked to stop; answers its exit code. */
  shrink(): Promise<number | null>;
  /**
   * Kills a server; then `between` (while it is dead) and another one takes its place. Killed processes leave locks
   * behind, so the clock moves on until these have run out.
   */
  killOne(choose: number, between?: () => Promise<void>): Promise<void>;
  /** Resolves once every living server gives a good answer; what they had locked may then be taken over. */
  recovered(): Promise<void>;
  moveClock(milliseconds: number): void;
  readonly kills: number;
  /** Milliseconds from each restart to the first answer. */
  readonly recoveries: readonly number[];
  close(): Promise<void>;
}

/** Longer than any lock that a killed server may have held. */
const lockTime = 6 * 60_000;

/** Starts the first server. `startAt`: what its clock says. `ready`: how many more wait with their code loaded. */
export async function openServerPark(
  options: ServerProcessOptions,
  startAt: number,
  ready = 1,
): Promise<ServerPark> {
  let clockAhead = startAt - Date.now();
  const living: ServerProcess[] = [];
  const recoveries: number[] = [];
  let waiting: (() => void)[] = [];
  const standby = Array.from({ length: ready }, () => prepareServer(options));
  let kills = 0;

  const startAnother = async () => {
    const next = standby.shift() ?? prepareServer(options);
    const took = await next.start(clockAhead);
    standby.push(prepareServer(options));
    next.setClock(clockAhead);
    living.push(next);
    for (const go of waiting) go();
    waiting = [];
    return took;
  };
  const take = (choose: number): ServerProcess => {
    const [server] = living.splice(Math.floor(choose * living.length), 1);
    if (!server) throw new Error('no server lives');
    return server;
  };
  const moveClock = (milliseconds: number) => {
    clockAhead += milliseconds;
    for (const server of living) server.setClock(clockAhead);
  };

  await startAnother();
  return {
    address: async (choose) => {
      for (;;) {
        const server = living[Math.floor(choose * living.length)];
        if (server) return server.address;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    get size() {
      return living.length;
    },
    grow: async () => {
      await startAnother();
    },
    shrink: () => take(0).stop(),
    killOne: async (choose, between = async () => undefined) => {
      await take(choose).kill();
      kills++;
      await between();
      recoveries.push(await startAnother());
      moveClock(lockTime);
    },
    recovered: async () => {
      await Promise.all(living.map(goodAnswer));
      moveClock(lockTime);
    },
    moveClock,
    get kills() {
      return kills;
    },
    recoveries,
    close: async () => {
      await Promise.all([...living, ...standby].map((server) => server.kill()));
    },
  };
}

async function goodAnswer({ address }: ServerProcess): Promise<void> {
  for (;;) {
    const health = await fetch(`${address}/api/health`);
    await health.arrayBuffer();
    if (health.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
