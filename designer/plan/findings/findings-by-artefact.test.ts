import { describe, expect, test } from '@jest/globals';
import { artefact, planManifest } from '../fixtures/layer.ts';
import { artefactOfFile, findingsByArtefact } from './findings-by-artefact.ts';

const finding = (rule: string, file?: string) => ({ rule, message: rule, severity: 'error' as const, file });

describe('the artefact of a file', () => {
  test.each([
    ['processes/city-plan/plan.json', { kind: 'manifest', key: 'plan' }],
    ['forms/city-plan/honour.form.json', { kind: 'form', key: 'honour' }],
    ['processes/city-plan/flow.bpmn', { kind: 'process', key: 'record-flow' }],
    ['forms/city-plan/unlisted.form.json', { kind: 'form', key: 'unlisted' }],
    ['processes/city-plan/unlisted.bpmn', { kind: 'process', key: 'unlisted' }],
    ['processes/city-plan/record-flow.scenario.json', { kind: 'scenario', key: 'record-flow' }],
    ['README.md', null],
    [undefined, null],
  ])('%s', (file, expected) => {
    expect(artefactOfFile('city-plan', planManifest, file)).toEqual(expected);
  });
});

test('findings stand under their artefact in the order of the draft, those about the plan as a whole first', () => {
  const honour = artefact({ kind: 'form', key: 'honour' });
  const flow = artefact({ kind: 'process', key: 'record-flow' });

  const groups = findingsByArtefact(
    [
      finding('a', 'processes/city-plan/flow.bpmn'),
      finding('b'),
      finding('c', 'forms/city-plan/honour.form.json'),
      finding('d', 'processes/city-plan/flow.bpmn'),
    ],
    { planKey: 'city-plan', manifest: planManifest, artefacts: [honour, flow] },
  );

  expect(groups.map((group) => [group.artefact, group.findings.map(({ rule }) => rule)])).toEqual([
    [null, ['b']],
    [honour, ['c']],
    [flow, ['a', 'd']],
  ]);
});
