import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { webDigest } from '../fingerprint.ts';
import { loadPlan } from '../load-plan.ts';
import { unpackPlan } from './unpack-plan.ts';

const root = fileURLToPath(new URL('../fixtures/exports/', import.meta.url));

/** What every release exported of the plans that came with it, and the fingerprints that they had then. */
const fingerprints = JSON.parse(readFileSync(`${root}fingerprints.json`, 'utf8')) as Record<string, string>;
const files = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(root + name).map((file) => `${name}/${file}`))
  .sort();

test('every file that is kept has its fingerprint, and the other way round', () => {
  expect(files).toEqual(Object.keys(fingerprints).sort());
  expect(files.length).toBeGreaterThan(0);
});

describe('a file that an earlier release exported', () => {
  test.each(files)('%s is the same plan in this release', async (file) => {
    const { plan, findings } = await unpackPlan(new Uint8Array(readFileSync(root + file)), webDigest);

    expect(findings).toEqual([]);
    expect(plan?.header.fingerprint).toBe(fingerprints[file]);
    expect((await loadPlan(plan?.files ?? new Map())).findings).toEqual([]);
  });
});
