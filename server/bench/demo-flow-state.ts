import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from '@oneplan/runtime/engine/command.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import { step } from '@oneplan/runtime/engine/step.ts';
import { deployable } from '@oneplan/runtime/model/deployable.ts';
import { loadPlan } from '@oneplan/runtime/plan/load-plan.ts';
import { newId } from '../ids.ts';
import { readShippedPlan } from '../usecases/plans/read-shipped-plan.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const plan = 'shenzhen-junior-high';
const process = 'b-f2-highlight-record';

interface Scenarios {
  readonly start: Readonly<Record<string, string>>;
}

/**
 * The largest state, as it is stored, that the flow of the shipped plan goes through: returned once, confirmed,
 * with its reminder, up to the archive; the ids among its variables are real ones.
 */
export async function largestDemoState(): Promise<number> {
  const { plan: loaded } = await loadPlan(await readShippedPlan(root, plan));
  const xml = loaded?.processes.get(process)?.xml;
  const graph = xml && (await deployable(xml)).graphs[0];
  if (!graph) throw new Error('the shipped plan can not be read');
  const text = await readFile(`${root}/processes/${plan}/${process}.scenario.json`, 'utf8');
  const { start } = JSON.parse(text) as Scenarios;
  const id = newId();
  const variables = { ...start, initiator: id, studentId: id, submissionId: id };
  let now = Date.parse('2026-11-02T00:00:00Z');
  let largest = 0;
  let state: InstanceState | null = null;
  const run = (command: Command) => {
    now += 1_000;
    state = step(graph, state, command, { now }).state;
    largest = Math.max(largest, Buffer.byteLength(JSON.stringify(state)));
  };
  const tokenAt = (element: string): number => {
    const token = state?.t.find((each) => each.e === element);
    if (!token) throw new Error(`nothing waits at ${element}`);
    return token.i;
  };
  const review = (outcome: string) =>
    run({ type: 'complete-user-task', token: tokenAt('review'), variables: { outcome } });
  const work = (element: string) =>
    run({ type: 'complete-external-task', token: tokenAt(element), variables: {} });
  run({ type: 'start', variables, initiator: id });
  review('returned');
  work('notifyReturned');
  run({ type: 'complete-user-task', token: tokenAt('revise'), variables: {} });
  run({ type: 'fire-timer', token: tokenAt('reviewOverdue') });
  review('confirmed');
  work('notifyConfirmed');
  work('openNotice');
  run({ type: 'fire-timer', token: tokenAt('noticePeriod') });
  work('closeNotice');
  work('appendArchive');
  return largest;
}
