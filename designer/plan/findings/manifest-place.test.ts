import { expect, test } from '@jest/globals';
import { planManifest } from '../fixtures/layer.ts';
import { findingAddress } from './finding-address.ts';
import { manifestPlace } from './manifest-place.ts';

const honour = { kind: 'form', key: 'honour' };

test.each([
  ['/parameters/0/value', 'parameters', null, ['上限']],
  ['/notices/0/period', 'notices', null, ['荣誉公示']],
  ['/notices/0/fields/0/components/1', 'notices', honour, ['荣誉公示', '荣誉', 'level']],
  ['/archive/0/attachments/0/components/0', 'archive', honour, ['荣誉档案', '荣誉', 'evidence']],
  ['/records/0/title', 'records', null, ['荣誉', 'title']],
  ['/records/0/summary/0', 'records', null, ['荣誉', 'level']],
  ['/processes/0/steps/1', null, { kind: 'process', key: 'record-flow' }, ['记录流程']],
  ['/locks/0/element', 'locks', null, ['记录流程', 'review']],
  ['/forms/9/file', null, null, []],
  ['/effective', null, null, []],
  ['', null, null, []],
])('the place %s of the manifest', (pointer, page, artefact, names) => {
  expect(manifestPlace(planManifest, pointer)).toMatchObject({ page, artefact, names });
});

const manifest = { kind: 'manifest', key: 'plan' } as const;

test('a finding in the manifest leads to the form that it is about, else to the page that shows it', () => {
  const address = (pointer: string) =>
    findingAddress('L', {
      artefact: manifest,
      inManifest: manifestPlace(planManifest, pointer),
      place: undefined,
    });

  expect(address('/notices/0/fields/0/components/1')).toBe('/layers/L/forms/honour');
  expect(address('/notices/0/period')).toBe('/layers/L/settings/notices?at=notice');
});

test('a finding about an entry leads to that entry on its page', () => {
  const withRule = {
    ...planManifest,
    indicators: [{ code: 'D1.2', dimension: 'moral', text: '志愿服务', kind: 'recorded' as const }],
  };
  const inManifest = manifestPlace(withRule, '/indicators/0/rule/vectors/1');

  expect(inManifest.names).toEqual(['志愿服务']);
  expect(findingAddress('L', { artefact: manifest, inManifest, place: undefined })).toBe(
    '/layers/L/settings/indicators?at=D1.2',
  );
});

test('a finding in a flow leads to its element, one about the whole plan nowhere', () => {
  const flow = { kind: 'process', key: 'record-flow' } as const;

  expect(findingAddress('L', { artefact: flow, inManifest: null, place: 'review' })).toBe(
    '/layers/L/processes/record-flow?at=review',
  );
  expect(findingAddress('L', { artefact: null, inManifest: null, place: undefined })).toBeNull();
  const cohort = { rule: 'cohort-uncovered', artefact: null, inManifest: null, place: undefined };
  expect(findingAddress('L', cohort)).toBe('/layers/L/versions');
  const run = { kind: 'scenario', key: 'run' } as const;
  expect(findingAddress('L', { artefact: run, inManifest: null, place: 'review' })).toBe(
    '/layers/L/simulation?at=run',
  );
});
