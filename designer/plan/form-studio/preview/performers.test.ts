import { expect, test } from '@jest/globals';
import { PlanReport } from '@oneplan/runtime/plan/finding.ts';
import { shippedFiles } from '@oneplan/runtime/plan/fixtures/shipped-plan.ts';
import { stepsOfForm } from '@oneplan/runtime/plan/form-uses/form-steps.ts';
import { readForms } from '@oneplan/runtime/plan/read-forms.ts';
import { readManifest } from '@oneplan/runtime/plan/read-manifest.ts';
import { readProcesses } from '@oneplan/runtime/plan/read-processes.ts';
import { performersAt } from './performers.ts';

const files = shippedFiles();
const report = new PlanReport();
const manifest = readManifest(files, undefined, report);
if (!manifest) throw new Error('the shipped plan can be read');
const plan = {
  manifest,
  forms: readForms(manifest, files, report),
  processes: await readProcesses(manifest, files, report),
  decisions: new Map(),
};

test('who begins a record, who decides on it and who corrects it act at their step', () => {
  const acting = stepsOfForm(manifest, 'b-r01').map((step) => performersAt(plan, step));
  expect(acting).toEqual([['pupil'], ['class-teacher'], ['pupil']]);
  expect(stepsOfForm(manifest, 'record-decision').map((step) => performersAt(plan, step))).toEqual([
    ['class-teacher'],
  ]);
});

test('nobody is guessed where the flow cannot be read', () => {
  const [, review] = stepsOfForm(manifest, 'b-r01');
  if (!review) throw new Error('the form has such a step');
  expect(performersAt({ ...plan, processes: new Map() }, review)).toEqual([]);
});
