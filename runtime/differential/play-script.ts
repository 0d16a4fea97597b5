import { compareHistories } from './compare-history.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import type { EmbeddedEngine } from './embedded-engine.ts';
import { type EngineUnderTest, type InstanceUnderTest, Refused } from './engine-under-test.ts';
import type { ScriptCommand, ScriptStart } from './script-command.ts';
import type { Snapshot } from './snapshot.ts';

/** One run of one definition: how it starts and what happens to it. */
export interface Script {
  readonly start: ScriptStart;
  readonly commands: readonly ScriptCommand[];
}

export interface Played {
  /** what differs first, with the command after which it does; empty when nothing does */
  readonly differences: readonly string[];
  /** commands that ran, the start among them */
  readonly commands: number;
  /** snapshots that were compared */
  readonly comparisons: number;
  /** commands that both engines refused */
  readonly refusals: number;
}

/** Chooses the next command by what waits; undefined ends the script. */
export type NextCommand = (snapshot: Snapshot, index: number) => ScriptCommand | undefined;

/** Runs a script on both engines and compares them after each command; stops at the first difference. */
export async function playScript(
  ours: EmbeddedEngine,
  theirs: EngineUnderTest,
  start: ScriptStart,
  next: NextCommand,
): Promise<Played> {
  const played = { commands: 1, comparisons: 0, refusals: 0 };
  const [here, there] = await Promise.all([
    attempt(() => ours.start(start)),
    attempt(() => theirs.start(start)),
  ]);
  if (here.refused !== undefined || there.refused !== undefined) {
    const differences = refusalDifference('start', here.refused, there.refused);
    return { ...played, refusals: differences.length === 0 ? 1 : 0, comparisons: 1, differences };
  }
  const [mine, reference] = [here.value, there.value];
  try {
    let last = 'start';
    for (let index = 0; ; index += 1) {
      const [snapshot, other] = await Promise.all([mine.snapshot(), reference.snapshot()]);
      played.comparisons += 1;
      const differences = [
        ...compareSnapshots(snapshot, other),
        ...compareHistories(snapshot.history, other.history, (key) => ours.graph(key), start.process),
      ].map((difference) => `after ${last}: ${difference}`);
      if (differences.length > 0) return { ...played, differences };
      const command = next(snapshot, index);
      if (command === undefined) return { ...played, differences: [] };
      last = `${index + 1} ${JSON.stringify(command)}`;
      played.commands += 1;
      const refusals = await sendBoth(mine, reference, command);
      if (refusals.here !== undefined || refusals.there !== undefined) {
        const found = refusalDifference(last, refusals.here, refusals.there);
        if (found.length > 0) return { ...played, differences: found };
        played.refusals += 1;
      }
    }
  } finally {
    await Promise.all([mine.dispose(), reference.dispose()]);
  }
}

async function sendBoth(
  mine: InstanceUnderTest,
  reference: InstanceUnderTest,
  command: ScriptCommand,
): Promise<{ here: string | undefined; there: string | undefined }> {
  const [here, there] = await Promise.all([
    attempt(() => mine.send(command)),
    attempt(() => reference.send(command)),
  ]);
  return { here: here.refused, there: there.refused };
}

function refusalDifference(what: string, here: string | undefined, there: string | undefined): string[] {
  if (here !== undefined && there !== undefined) return [];
  return [
    here === undefined
      ? `${what}: accepted here, refused by the reference: ${there}`
      : `${what}: accepted by the reference, refused here: ${here}`,
  ];
}

type Attempt<T> = { readonly value: T; readonly refused?: undefined } | { readonly refused: string };

async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}
