import { expect, test } from '@jest/globals';
import { planManifest } from '../../fixtures/layer.ts';
import { findingsAt, liveFindings } from './live-findings.ts';

const manifest = { ...planManifest, records: [], notices: [], archive: [], locks: [] };

test('a manifest that the server accepts has no findings', () => {
  expect(liveFindings(manifest, new Map())).toEqual([]);
});

test('what the schema refuses is found at its place', () => {
  const findings = liveFindings({ ...manifest, groups: [{ ...group, name: '' }] }, new Map());
  expect(findings).toMatchObject([{ rule: 'schema', path: '/groups/0/name' }]);
});

test('what does not fit together is found at the entry alone', () => {
  const findings = liveFindings({ ...manifest, groups: [group, tooSmall] }, new Map());
  expect(findingsAt(findings, '/groups/0')).toEqual([]);
  expect(findingsAt(findings, '/groups/1')).toMatchObject([{ rule: 'group-members' }]);
});

const group = {
  key: 'expert',
  kind: 'expert' as const,
  name: '专家组',
  at: 'district' as const,
  members: { min: 3 },
};
const tooSmall = { ...group, key: 'leading', members: { min: 5, max: 3 } };
