import { expect, test } from '@jest/globals';
import { calendarOf } from '../../calendar/plan-calendar.ts';
import { NOW } from '../../engine/fixtures/play.ts';
import {
  bpmnFile,
  editManifest,
  type Files,
  replaceIn,
  shippedFiles,
} from '../../plan/fixtures/shipped-plan.ts';
import { readPlan } from '../fixtures/read-plan.ts';
import { explorePlan } from './explore-plan.ts';

const flow = 'b-f2-highlight-record';

async function explored(edit: (files: Files) => void = () => {}) {
  const files = shippedFiles();
  edit(files);
  const plan = await readPlan(files);
  return explorePlan(plan, { now: NOW, calendar: calendarOf(plan.manifest, 'Asia/Shanghai') });
}

test('the shipped flow has no path that goes wrong', async () => {
  const result = (await explored()).get(flow);
  expect(result).toMatchObject({ findings: [], unexplored: [], unreached: [] });
});

test('a value that the form does not offer leads nowhere', async () => {
  const result = await explored((files) => replaceIn(files, bpmnFile, "'confirmed'", "'approved'"));
  const unreached = result.get(flow)?.findings.filter(({ rule }) => rule === 'never-reached');
  expect(unreached?.map(({ element }) => element)).toEqual(
    expect.arrayContaining(['notice', 'appendArchive', 'archived']),
  );
  expect(result.get(flow)?.findings.map(({ rule }) => rule)).toContain('dead-loop');
});

test('a decision that goes by a field which the step does not let anybody fill is told', async () => {
  const result = await explored((files) =>
    editManifest(files, (manifest) => {
      const step = manifest.processes[0]?.steps[0];
      if (step?.form) step.form.editable = ['remark'];
    }),
  );
  expect(result.get(flow)?.findings).toMatchObject([
    { rule: 'field-not-filled', element: 'review', params: { field: 'outcome' } },
  ]);
});

test('a task for a role that is taken out of the plan has nobody to do it', async () => {
  const result = await explored((files) =>
    editManifest(files, (manifest) => {
      manifest.roles = manifest.roles.filter(({ key }) => key !== 'class-teacher');
    }),
  );
  expect(result.get(flow)?.findings).toMatchObject([
    { rule: 'task-without-performer', element: 'review', params: { roles: 'class-teacher' } },
  ]);
});

test('a step for a working group of the plan finds people, one for a group that the plan lacks does not', async () => {
  const forGroup = (files: Files) =>
    replaceIn(files, bpmnFile, 'candidateGroups="class-teacher"', 'candidateGroups="group:evaluation"');
  const rules = async (edit: (files: Files) => void) =>
    (await explored(edit)).get(flow)?.findings.map(({ rule }) => rule) ?? [];
  expect(await rules(forGroup)).toContain('task-without-performer');
  expect(
    await rules((files) => {
      forGroup(files);
      editManifest(files, (manifest) => {
        manifest.groups = [
          { key: 'evaluation', kind: 'evaluation', name: '评价组', at: 'school', members: { min: 3 } },
        ];
      });
    }),
  ).not.toContain('task-without-performer');
});
