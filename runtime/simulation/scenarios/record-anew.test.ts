import { expect, test } from '@jest/globals';
import { workingCalendar } from '../../calendar/working-days.ts';
import { deployable } from '../../model/deployable.ts';
import { bpmnFile, type Files, replaceIn, shippedFiles } from '../../plan/fixtures/shipped-plan.ts';
import { recordAnew } from './record-anew.ts';
import { replayScenario } from './replay-scenario.ts';
import { scenarioFile } from './scenario-file.ts';

const context = { calendar: workingCalendar({ timeZone: 'Asia/Shanghai' }) };

async function firstScenario(edit: (files: Files) => void) {
  const files = shippedFiles();
  const file = scenarioFile.parse(JSON.parse(files.get(bpmnFile.replace('.bpmn', '.scenario.json')) ?? ''));
  edit(files);
  const [graph] = (await deployable(files.get(bpmnFile) ?? '')).graphs;
  const [scenario] = file.scenarios;
  if (graph === undefined || scenario === undefined) throw new Error('the shipped flow has scenarios');
  return { graph, file, scenario };
}

test('the same steps on a changed flow become a scenario that it takes alike', async () => {
  const { graph, file, scenario } = await firstScenario(() => {});
  const old = { ...scenario, path: ['elsewhere', ...scenario.path] };
  expect(replayScenario(graph, context, file, old)).toBeDefined();

  const anew = recordAnew(graph, context, file, old);

  expect(anew).toMatchObject({ name: scenario.name, steps: scenario.steps, end: scenario.end });
  expect(anew && replayScenario(graph, context, file, anew)).toBeUndefined();
});

test('steps that can not be taken any more have to be played again', async () => {
  const { graph, file, scenario } = await firstScenario((files) =>
    replaceIn(files, bpmnFile, "outcome == 'confirmed'", "outcome == 'returned'"),
  );
  expect(recordAnew(graph, context, file, scenario)).toBeUndefined();
});
