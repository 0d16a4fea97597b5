import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { workingCalendar } from '../../calendar/working-days.ts';
import { block, processOf } from '../../engine/fixtures/random-process.ts';
import { deployable } from '../../model/deployable.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import { bpmnFile, shippedFiles } from '../../plan/fixtures/shipped-plan.ts';
import { replayScenario } from './replay-scenario.ts';
import { type ScenarioStep, scenarioFile } from './scenario-file.ts';
import { ScenarioRecorder } from './scenario-recorder.ts';

const context = { calendar: workingCalendar({ timeZone: 'Asia/Shanghai' }) };
const start = {
  initiator: 'pupil-1',
  recordForm: 'b-r01',
  title: '好人好事',
  reminderPeriod: 'P7D',
  noticePeriod: 'P5D',
};

async function graphOf(xml: string): Promise<ProcessGraph> {
  const { graphs } = await deployable(xml);
  const [graph] = graphs;
  if (graph === undefined) throw new Error('it cannot be deployed');
  return graph;
}

const shipped = () => graphOf(shippedFiles().get(bpmnFile) ?? '');
const begin = { process: 'b-f2-highlight-record', start };

describe('a run that is recorded', () => {
  test('becomes a scenario file that is replayed without a difference', async () => {
    const graph = await shipped();
    const recorder = new ScenarioRecorder(graph, context, begin);
    const steps: ScenarioStep[] = [
      { complete: 'review', as: 'class-teacher', variables: { outcome: 'confirmed' } },
      { work: 'notifyConfirmed' },
      { work: 'openNotice' },
      { wait: 'P7D' },
      { work: 'closeNotice' },
      { work: 'appendArchive' },
    ];
    for (const it of steps) expect(recorder.take(it)).toBeUndefined();

    const file = scenarioFile.parse(JSON.parse(JSON.stringify(recorder.file('属实'))));

    expect(file.scenarios).toEqual([
      { name: '属实', steps, path: expect.arrayContaining(['notice', 'archived']), end: 'completed' },
    ]);
    const [scenario] = file.scenarios;
    expect(scenario && replayScenario(graph, context, file, scenario)).toBeUndefined();
  });

  test('leaves out a step that was refused', async () => {
    const recorder = new ScenarioRecorder(await shipped(), context, begin);

    expect(recorder.take({ complete: 'revise', variables: {} })).toMatchObject({
      why: 'nothing-waits',
      waiting: expect.arrayContaining(['review']),
    });
    expect(recorder.take({ complete: 'review', variables: {} })).toMatchObject({ why: 'step-fails' });
    expect(recorder.take({ complete: 'review', as: 'pupil', variables: {} })).toMatchObject({
      why: 'not-for-role',
    });
    expect(recorder.scenario('nothing').steps).toEqual([]);
  });

  test('lets timers fire while time passes, and not before', async () => {
    const recorder = new ScenarioRecorder(await shipped(), context, begin);

    recorder.take({ wait: 'P6D' });
    expect(recorder.run.started).not.toContain('remindReviewer');
    recorder.take({ wait: 'P1D' });

    expect(recorder.run.started).toContain('remindReviewer');
  });
});

test('any recorded run is replayed without a difference, and a longer path shows one', async () => {
  await fc.assert(
    fc.asyncProperty(block, fc.array(fc.nat(99), { minLength: 20, maxLength: 20 }), async (root, picks) => {
      const graph = await graphOf(processOf(root).xml);
      const from = { process: graph.id, start: { choice: picks[0] ?? 0, again: false } };
      const recorder = new ScenarioRecorder(graph, {}, from);
      for (const pick of picks) {
        const waits = recorder.run.waits();
        const wait = waits[pick % waits.length];
        if (wait === undefined) break;
        recorder.take(stepFor(wait.answer, wait.elementId, pick % 2 === 0));
      }
      const scenario = recorder.scenario('random');

      expect(replayScenario(graph, {}, from, scenario)).toBeUndefined();
      expect(
        replayScenario(graph, {}, from, { ...scenario, path: [...scenario.path, 'more'] }),
      ).toMatchObject({
        in: 'path',
        expected: 'more',
        found: undefined,
      });
    }),
    { numRuns: 60, seed: 2026 },
  );
}, 60_000);

function stepFor(answer: string, element: string, again: boolean): ScenarioStep {
  if (answer === 'complete-user-task') return { complete: element, variables: { again } };
  if (answer === 'complete-external-task') return { work: element };
  return answer === 'fire-timer' ? { wait: 'PT1H' } : { occurs: element };
}
