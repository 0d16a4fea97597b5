import { describe, expect, test } from '@jest/globals';
import { workingCalendar } from '../calendar/working-days.ts';
import type { Command } from '../engine/command.ts';
import type { Effect } from '../engine/effect.ts';
import type { InstanceState } from '../engine/instance-state.ts';
import { step } from '../engine/step.ts';
import { deployable } from '../model/deployable.ts';
import type { ProcessGraph } from '../model/process-graph.ts';
import { durationMilliseconds } from './duration.ts';
import { shippedFiles } from './fixtures/shipped-plan.ts';

type ScenarioStep =
  | { readonly complete: string; readonly variables: Record<string, unknown> }
  | { readonly work: string }
  | { readonly wait: string };

interface Scenario {
  readonly name: string;
  readonly steps: readonly ScenarioStep[];
  /** ids of the activities in the order in which they start */
  readonly path: readonly string[];
  readonly end: 'completed' | 'waiting';
}

interface ScenarioFile {
  readonly process: string;
  readonly start: Record<string, unknown>;
  readonly scenarios: readonly Scenario[];
}

interface Replay {
  readonly effects: readonly Effect[];
  readonly state: InstanceState;
}

const calendar = workingCalendar({ timeZone: 'Asia/Shanghai' });

/** Plays a scenario on the interpreter, with a clock that moves only when the scenario waits. */
function replay(graph: ProcessGraph, start: Record<string, unknown>, steps: readonly ScenarioStep[]): Replay {
  const effects: Effect[] = [];
  let state: InstanceState | null = null;
  let now = Date.UTC(2024, 8, 2); // a Monday: five working days are seven days

  const run = (command: Command): InstanceState => {
    const result = step(graph, state, command, { now, calendar });
    effects.push(...result.effects);
    state = result.state;
    return result.state;
  };
  const tokenAt = (element: string): number => {
    const token = state?.t.find(({ e }) => e === element);
    if (!token) throw new Error(`Nothing waits at ${element}.`);
    return token.i;
  };

  let last = run({ type: 'start', variables: start });
  for (const it of steps) {
    if ('complete' in it)
      last = run({ type: 'complete-user-task', token: tokenAt(it.complete), variables: it.variables });
    else if ('work' in it)
      last = run({ type: 'complete-external-task', token: tokenAt(it.work), variables: {} });
    else {
      now += durationMilliseconds(it.wait);
      for (const { token } of dueTimers(effects, now)) last = run({ type: 'fire-timer', token });
    }
  }
  return { effects, state: last };
}

function dueTimers(effects: readonly Effect[], now: number): { token: number }[] {
  const ended = new Set(effects.flatMap((it) => (it.type === 'timer-ended' ? it.token : [])));
  return effects.flatMap((it) =>
    it.type === 'timer-created' && it.dueAt <= now && !ended.has(it.token) ? [{ token: it.token }] : [],
  );
}

const files = shippedFiles();
const scenarioFiles = [...files].flatMap(([path, text]) =>
  path.endsWith('.scenario.json')
    ? [{ bpmn: path.replace('.scenario.json', '.bpmn'), content: JSON.parse(text) as ScenarioFile }]
    : [],
);

async function graphOf(bpmn: string, key: string): Promise<ProcessGraph> {
  const { graphs } = await deployable(files.get(bpmn) ?? '');
  const graph = graphs.find(({ id }) => id === key);
  if (!graph) throw new Error(`${bpmn} holds no process ${key}`);
  return graph;
}

const started = (effects: readonly Effect[]) =>
  effects.flatMap((it) => (it.type === 'activity-started' ? it.elementId : []));

describe.each(scenarioFiles)('$content.process', ({ bpmn, content }) => {
  test.each(content.scenarios)('$name', async ({ steps, path, end }) => {
    const { effects, state } = replay(await graphOf(bpmn, content.process), content.start, steps);
    expect(started(effects)).toEqual(path);
    expect(state.e ?? 'waiting').toBe(end);
  });
});

describe('what the workers and people of B-F2 are told', () => {
  const [file] = scenarioFiles;
  if (!file) throw new Error('there is no scenario');
  const steps = file.content.scenarios[1]?.steps ?? [];

  test('the class teacher decides with the record’s decision form, due when the reminder is', async () => {
    const { effects } = replay(await graphOf(file.bpmn, file.content.process), file.content.start, []);
    expect(effects.find((it) => it.type === 'user-task-created')).toMatchObject({
      elementId: 'review',
      formKey: 'record-decision',
      candidateGroups: ['class-teacher'],
      dueDate: Date.UTC(2024, 8, 9),
    });
  });

  test('the pupil who submitted corrects the form that was submitted', async () => {
    const { effects } = replay(
      await graphOf(file.bpmn, file.content.process),
      file.content.start,
      steps.slice(0, 2),
    );
    expect(effects.find((it) => it.type === 'user-task-created' && it.elementId === 'revise')).toMatchObject({
      formKey: 'b-r01',
      assignee: 'pupil-1',
    });
  });

  test('every worker is told what to do', async () => {
    const { effects } = replay(await graphOf(file.bpmn, file.content.process), file.content.start, steps);
    const told = effects.flatMap((it) =>
      it.type === 'external-task-created' ? [[it.topic, it.variables]] : [],
    );
    expect(told).toEqual([
      ['notify', { kind: 'record-returned', recipient: 'user:pupil-1' }],
      ['notify', { kind: 'record-confirmed', recipient: 'user:pupil-1' }],
      ['notice.open', { notice: 'highlight-record' }],
      ['notice.close', { notice: 'highlight-record' }],
      ['archive.append', { section: 'highlights' }],
    ]);
  });
});
