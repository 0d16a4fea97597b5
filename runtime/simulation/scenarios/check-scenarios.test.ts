import { describe, expect, test } from '@jest/globals';
import {
  bpmnFile,
  editManifest,
  type Files,
  formFile,
  replaceIn,
  shippedFiles,
} from '../../plan/fixtures/shipped-plan.ts';
import { readPlan } from '../fixtures/read-plan.ts';
import { checkScenarios } from './check-scenarios.ts';

const scenarios = 'processes/shenzhen-junior-high/b-f2-highlight-record.scenario.json';

async function checked(edit: (files: Files) => void = () => {}) {
  const files = shippedFiles();
  edit(files);
  return checkScenarios(await readPlan(files), files, 'Asia/Shanghai');
}

describe('the recorded runs of a plan', () => {
  test('are what the shipped plan does', async () => {
    expect(await checked()).toEqual([]);
  });

  test('show the first activity that comes instead of another', async () => {
    const findings = await checked((files) => {
      replaceIn(files, bpmnFile, "outcome == 'confirmed'", "outcome == 'returned'");
    });
    expect(findings[0]).toMatchObject({
      rule: 'scenario-differs',
      file: scenarios,
      elementId: 'notifyReturned',
      params: { scenario: '属实：公示期满后归入档案', step: 1 },
      difference: { in: 'path', expected: 'notifyConfirmed', found: 'notifyReturned' },
    });
  });

  test('show that a time has become longer: what was due is not due yet', async () => {
    const findings = await checked((files) =>
      replaceIn(files, scenarios, '"noticePeriod": "P5D"', '"noticePeriod": "P6D"'),
    );
    expect(findings[0]?.difference).toMatchObject({
      step: 4,
      why: 'nothing-waits',
      element: 'closeNotice',
      waiting: ['noticePeriod'],
    });
  });

  test('show an answer that the form does not offer any more', async () => {
    const findings = await checked((files) => {
      replaceIn(files, formFile('record-decision'), '"confirmed"', '"approved"');
    });
    expect(findings[0]?.difference).toEqual({
      step: 0,
      in: 'answer',
      element: 'review',
      variable: 'outcome',
      value: 'confirmed',
    });
  });

  test('show that another role has to do it', async () => {
    const findings = await checked((files) => {
      replaceIn(files, scenarios, '"complete": "review",', '"complete": "review", "as": "subject-teacher",');
    });
    expect(findings[0]?.difference).toMatchObject({
      in: 'step',
      why: 'not-for-role',
      roles: ['class-teacher'],
    });
  });

  test('are refused when they cannot be read, or are about no process of the plan', async () => {
    expect(await checked((files) => files.set(scenarios, '{'))).toMatchObject([
      { rule: 'scenario-unreadable' },
    ]);
    expect(await checked((files) => replaceIn(files, scenarios, '"steps"', '"moves"'))).toMatchObject([
      { rule: 'scenario-unreadable' },
    ]);
    expect(
      await checked((files) => {
        editManifest(files, (manifest) => {
          manifest.processes = [];
        });
      }),
    ).toMatchObject([{ rule: 'scenario-process', params: { process: 'b-f2-highlight-record' } }]);
  });
});
