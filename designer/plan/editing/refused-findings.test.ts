import { expect, test } from '@jest/globals';
import { withoutRefusalOf } from './refused-findings.ts';

const manifest = { kind: 'manifest', key: 'plan' } as const;
const process = { kind: 'process', key: 'evaluate-term' } as const;
const refused = { artefact: manifest, findings: [] };

test('a late answer about a flow leaves what was refused of the settings meanwhile', () => {
  expect(withoutRefusalOf(process)(refused)).toBe(refused);
});

test('what was refused and is saved now is refused no longer', () => {
  expect(withoutRefusalOf(manifest)(refused)).toBeNull();
});
