import { benchEnvironment } from './bench-environment.ts';
import { openEmbeddedSide } from './embedded-side.ts';
import { openEmbeddedWorld } from './embedded-world.ts';
import { measureFlow, warmUp } from './flow-load.ts';
import { seedFlowTables } from './open-tasks.ts';
import { atMost, printGoals, printTable } from './report.ts';

/**
 * What completing a task costs with 10,000, 100,000 and 1,000,000 instances in the tables, each with its record, an
 * open task and its history. The cost is CPU time of server and database together, because on a shared machine the
 * clock measures the neighbours too; the times of the clock stand beside it.
 */
const clients = 8;
const pupilsPerClass = 50;
/** The inboxes of the clients stay as they are: what grows is everybody else's. */
const firstHolder = 1_001;
const { databaseServer, databasePid, pace } = benchEnvironment();
const seconds = (usual: number) => Math.max(2, usual * pace);
const sizes = [10_000, 100_000, Math.max(200_000, Math.round(1_000_000 * Math.min(1, pace)))];

const world = await openEmbeddedWorld(databaseServer, { classes: 200, pupilsPerClass });
const side = await openEmbeddedSide(world, { clients, pupilsPerClass });
await warmUp(side, clients, seconds(45));
const costs: { size: number; cpu: number; p50: number; p99: number; perSecond: number }[] = [];
let seeded = 0;
for (const size of sizes) {
  const began = performance.now();
  await seedFlowTables(world.context, world.databaseUrl, {
    from: seeded,
    tasks: size,
    holders: size / 100,
    firstHolder,
  });
  seeded = size;
  console.log(`${size} instances are there after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  // Pages that were just written are read back, and those of the flow come into memory.
  await warmUp(side, clients, seconds(10));
  const [load] = await measureFlow([side], { clients, rounds: 2, seconds: seconds(15), databasePid });
  if (!load) throw new Error('nothing was measured');
  const { complete, serverCpu, databaseCpu } = load;
  costs.push({
    size,
    cpu: serverCpu + databaseCpu,
    p50: complete.p50,
    p99: complete.p99,
    perSecond: complete.perSecond,
  });
}
await side.close();
await world.close();
printTable(
  ['instances in the tables', 'CPU ms a completion', 'p50 ms', 'p99 ms', `a second, ${clients} clients`],
  costs.map(({ size, cpu, p50, p99, perSecond }) => [String(size), cpu, p50, p99, perSecond]),
);
const [small] = costs;
printGoals(
  'growth',
  small
    ? costs
        .slice(1)
        .map(({ size, cpu }) =>
          atMost(`cost of a completion with ${size} instances, ratio to ${small.size}`, cpu / small.cpu, 1.3),
        )
    : [],
);
