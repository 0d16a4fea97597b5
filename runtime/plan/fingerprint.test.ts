import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BundleContent, bundleContent, bundleFiles } from './bundle-content.ts';
import { canonicalJson } from './canonical.ts';
import { type Digest, fingerprint, webDigest } from './fingerprint.ts';
import { shippedFiles } from './fixtures/shipped-plan.ts';
import { loadPlan } from './load-plan.ts';

const nodeDigest: Digest = async (bytes) => createHash('sha256').update(bytes).digest('hex');

async function shippedContent(): Promise<BundleContent> {
  const { plan } = await loadPlan(shippedFiles());
  if (!plan) throw new Error('the shipped plan has findings');
  return bundleContent(plan);
}

function withKeysReversed<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, item) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).reverse())
      : item,
  ) as T;
}

/** The places of all leaves, so that any one of them can be changed. */
function leavesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

function changed(content: BundleContent, path: readonly (string | number)[]): BundleContent {
  const copy = structuredClone(content);
  let parent = copy as unknown as Record<string, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  parent[last] = `${parent[last]}~`;
  return copy;
}

describe('fingerprint', () => {
  test('does not depend on the order of keys', async () => {
    const content = await shippedContent();
    expect(await fingerprint(withKeysReversed(content), nodeDigest)).toBe(
      await fingerprint(content, nodeDigest),
    );
  });

  test('does not depend on line ends of the BPMN, white space of the JSON and $schema', async () => {
    const files = shippedFiles();
    for (const [path, text] of files)
      files.set(
        path,
        path.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text.replaceAll('\n', '\r\n'),
      );
    const { plan } = await loadPlan(files);
    const content = await shippedContent();
    const { $schema: _, ...manifest } = content.manifest;
    expect(plan && (await fingerprint(bundleContent(plan), nodeDigest))).toBe(
      await fingerprint({ ...content, manifest }, nodeDigest),
    );
  });

  test('changes with any value anywhere in manifest, forms and flows', async () => {
    const content = await shippedContent();
    const before = await fingerprint(content, nodeDigest);
    const leaves = leavesOf(content).filter((path) => path.at(-1) !== '$schema');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaves), async (path) => {
        expect(await fingerprint(changed(content, path), nodeDigest)).not.toBe(before);
      }),
    );
  });

  test('is SHA-256 over the canonical content, the same with the platform’s digest', async () => {
    const shipped = (await shippedContent()).manifest;
    const content: BundleContent = {
      manifest: shipped,
      forms: {},
      processes: { p: { xml: '<a/>\r\n' } },
    };
    const { $schema: _, ...manifest } = shipped;
    const text = canonicalJson({ manifest, forms: {}, processes: { p: { xml: '<a/>\n' } } });
    const expected = createHash('sha256').update(text, 'utf8').digest('hex');
    expect(await fingerprint(content, webDigest)).toBe(expected);
    expect(await fingerprint(content, nodeDigest)).toBe(expected);
  });

  test('stays what it was for a plan without scenarios, and counts them where there are any', async () => {
    const { scenarios, ...content } = await shippedContent();
    const without = await fingerprint(content, nodeDigest);
    expect(await fingerprint({ ...content, scenarios: {} }, nodeDigest)).toBe(without);
    expect(await fingerprint({ ...content, scenarios }, nodeDigest)).not.toBe(without);
  });

  test('stays the same through export and import', async () => {
    const content = await shippedContent();
    const { plan, findings } = await loadPlan(bundleFiles(content));
    expect(findings).toEqual([]);
    expect(plan && (await fingerprint(bundleContent(plan), nodeDigest))).toBe(
      await fingerprint(content, nodeDigest),
    );
  });
});
