import type { FlowSide } from './flow-side.ts';
import { cpuOf, drive, type Measured, Meter } from './meter.ts';

/** What one side does with the flow. */
export interface FlowLoad {
  readonly side: FlowSide;
  readonly complete: Measured;
  readonly lookUp: Measured;
  readonly start: Measured;
  /** Milliseconds of CPU for each completed task, everything that belongs to the flow with it. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
  /** Timers and messages that were due and not done when the time was over, the most of all rounds. */
  readonly backlog: number;
}

interface Rounds {
  readonly clients: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly databasePid: number | undefined;
}

/** Warms a side up: compilers, caches, connections. */
export async function warmUp(side: FlowSide, clients: number, seconds: number): Promise<void> {
  await drive(new Meter(), { clients, seconds }, (client) => side.runFlow(client, new Meter()));
  await settle(side);
}

/** Measures the sides in turns, so that what else happens on the machine meets them all. */
export async function measureFlow(
  sides: readonly FlowSide[],
  { clients, rounds, seconds, databasePid }: Rounds,
): Promise<FlowLoad[]> {
  const collected = sides.map((side) => ({ side, meter: new Meter(), server: 0, database: 0, backlog: 0 }));
  for (let round = 0; round < rounds; round++) {
    for (const each of collected) {
      const server = cpuOf(each.side.pid);
      const database = cpuOf(databasePid);
      await drive(each.meter, { clients, seconds, warm: 2 }, (client) =>
        each.side.runFlow(client, each.meter),
      );
      each.backlog = Math.max(each.backlog, await each.side.backlog());
      each.server += cpuOf(each.side.pid) - server;
      each.database += cpuOf(databasePid) - database;
      await settle(each.side);
    }
  }
  return collected.map(({ side, meter, server, database, backlog }) => {
    const complete = meter.measured('complete');
    // CPU is taken over all that was done, before the windows open and after they close as well.
    const completed = meter.total('complete');
    return {
      side,
      complete,
      lookUp: meter.measured('look-up'),
      start: meter.measured('start'),
      serverCpu: server / completed,
      databaseCpu: database / completed,
      backlog,
    };
  });
}

export async function measureStarts(
  sides: readonly FlowSide[],
  { clients, rounds, seconds }: Omit<Rounds, 'databasePid'>,
): Promise<Measured[]> {
  const meters = sides.map(() => new Meter());
  for (let round = 0; round < rounds; round++)
    for (const [index, side] of sides.entries()) {
      const meter = meters[index] ?? new Meter();
      await drive(meter, { clients, seconds, warm: 1 }, (client) => side.startOne(client, meter));
      await settle(side);
    }
  return meters.map((meter) => meter.measured('start'));
}

const longestSettling = 60_000;

/** Waits until the side has done the work that is due, so that it does not disturb the other. */
export async function settle(side: FlowSide): Promise<void> {
  const deadline = performance.now() + longestSettling;
  await rest(1_200);
  while ((await side.backlog()) > 0 && performance.now() < deadline) await rest(500);
}

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
