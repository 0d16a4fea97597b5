import { atLeast, atMost } from '../../bench/report.ts';
import { createRandom } from '../../demo/random.ts';
import { type Entries, openDeliveryWorld } from '../workers/delivery-world.ts';
import { runWorkers } from '../workers/worker-run.ts';
import { findingsOf, type LongPart, type Say, seconds } from './long-part.ts';

export interface WorkersRun {
  readonly entries: Entries;
  readonly seed: number;
  readonly tasks: number;
  readonly kills: number;
  readonly say: Say;
}

/** External workers that are killed, and stopped until their locks have run out. */
export async function workersPart(run: WorkersRun): Promise<LongPart> {
  const world = await openDeliveryWorld(run.entries);
  try {
    const figures = await runWorkers({
      ...run,
      world,
      random: createRandom(run.seed),
      hopeless: Math.ceil(run.tasks / 50),
      pauses: Math.ceil(run.kills / 2),
    });
    const { wrong } = figures;
    return {
      title: 'Kills of external workers',
      rows: [
        ['tasks; tasks whose handler always throws', `${figures.tasks}; ${figures.hopeless}`],
        ['workers; kills, stops until the locks ran out', `3; ${figures.kills}, ${figures.pauses}`],
        ['tasks that a killed, a stopped worker had locked', `${figures.interrupted}, ${figures.expired}`],
        ['calls of the handler', `${figures.attempts}`],
        ['effects missing, or there twice', `${wrong.effects.length}`],
        ['instances that never went on, went on twice', `${wrong.never.length}, ${wrong.doubled.length}`],
        [
          'throwing handlers that were not reported until they were one incident',
          `${wrong.unreported.length}`,
        ],
        ['time, s', seconds(figures.milliseconds)],
      ],
      goals: [
        atLeast('kills of workers', figures.kills, run.kills),
        atMost('effects missing or doubled', wrong.effects.length, 0),
        atMost('tasks lost', wrong.never.length, 0),
        atMost('tasks doubled', wrong.doubled.length, 0),
        atMost('failures not reported', wrong.unreported.length, 0),
        atMost('states and rows that disagree', wrong.inconsistent.length, 0),
      ],
      findings: findingsOf(wrong),
    };
  } finally {
    await world.close();
  }
}
