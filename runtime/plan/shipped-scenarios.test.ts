import { describe, expect, test } from '@jest/globals';
import { workingCalendar } from '../calendar/working-days.ts';
import { deployable } from '../model/deployable.ts';
import type { ProcessGraph } from '../model/process-graph.ts';
import { replayScenario } from '../simulation/scenarios/replay-scenario.ts';
import {
  beginOf,
  type ScenarioFile,
  type ScenarioStep,
  scenarioFile,
} from '../simulation/scenarios/scenario-file.ts';
import { ScenarioRun } from '../simulation/scenarios/scenario-run.ts';
import { shippedFiles } from './fixtures/shipped-plan.ts';

const context = { calendar: workingCalendar({ timeZone: 'Asia/Shanghai' }) };

const files = shippedFiles();
const scenarioFiles = [...files].flatMap(([path, text]) =>
  path.endsWith('.scenario.json')
    ? [{ bpmn: path.replace('.scenario.json', '.bpmn'), content: scenarioFile.parse(JSON.parse(text)) }]
    : [],
);

async function graphOf(bpmn: string, key: string): Promise<ProcessGraph> {
  const { graphs } = await deployable(files.get(bpmn) ?? '');
  const graph = graphs.find(({ id }) => id === key);
  if (!graph) throw new Error(`${bpmn} holds no process ${key}`);
  return graph;
}

describe.each(scenarioFiles)('$content.process', ({ bpmn, content }) => {
  test.each(content.scenarios)('$name', async (scenario) => {
    const graph = await graphOf(bpmn, content.process);
    expect(replayScenario(graph, context, content, scenario)).toBeUndefined();
  });
});

/** What the interpreter tells while the first steps of a scenario are taken. */
async function effectsOf(file: { bpmn: string; content: ScenarioFile }, steps: readonly ScenarioStep[]) {
  const run = new ScenarioRun(await graphOf(file.bpmn, file.content.process), context, beginOf(file.content));
  expect(run.start(file.content.start)).toBeUndefined();
  for (const step of steps) expect(run.take(step)).toBeUndefined();
  return run.effects;
}

describe('what the workers and people of B-F2 are told', () => {
  const [file] = scenarioFiles;
  if (!file) throw new Error('there is no scenario');
  const steps = file.content.scenarios[1]?.steps ?? [];

  test('the class teacher decides with the record’s decision form, due when the reminder is', async () => {
    const effects = await effectsOf(file, []);
    expect(effects.find((it) => it.type === 'user-task-created')).toMatchObject({
      elementId: 'review',
      formKey: 'record-decision',
      candidateGroups: ['class-teacher'],
      dueDate: Date.UTC(2024, 8, 9),
    });
  });

  test('the pupil who submitted corrects the form that was submitted', async () => {
    const effects = await effectsOf(file, steps.slice(0, 2));
    expect(effects.find((it) => it.type === 'user-task-created' && it.elementId === 'revise')).toMatchObject({
      formKey: 'b-r01',
      assignee: 'pupil-1',
    });
  });

  test('every worker is told what to do', async () => {
    const effects = await effectsOf(file, steps);
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
