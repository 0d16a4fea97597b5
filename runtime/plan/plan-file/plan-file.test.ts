import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate/browser';
import type { Digest } from '../fingerprint.ts';
import { shippedContent } from '../fixtures/shipped-content.ts';
import { loadPlan } from '../load-plan.ts';
import { packPlan } from './pack-plan.ts';
import { planFileLimits } from './plan-file-limits.ts';
import { unpackPlan } from './unpack-plan.ts';

const digest: Digest = async (bytes) => createHash('sha256').update(bytes).digest('hex');
const packed = async () => packPlan(await shippedContent(), digest);
const rulesOf = async (bytes: Uint8Array) =>
  (await unpackPlan(bytes, digest)).findings.map(({ rule }) => rule);

/** The exported file with other entries; `undefined` takes one out. */
async function changed(entries: Readonly<Record<string, Uint8Array | string | undefined>>) {
  const all: Record<string, Uint8Array> = { ...unzipSync(await packed()) };
  for (const [name, content] of Object.entries(entries)) {
    if (content === undefined) delete all[name];
    else all[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(all);
}

async function textIn(name: string): Promise<string> {
  return new TextDecoder().decode(unzipSync(await packed())[name]);
}

const manifestFile = 'processes/shenzhen-junior-high/plan.json';
const formFile = 'forms/shenzhen-junior-high/b-r01.form.json';

describe('a plan as one file', () => {
  test('holds header, manifest, forms, flows and scenarios under names that sort', async () => {
    const names = Object.keys(unzipSync(await packed()));
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(
      expect.arrayContaining([
        'oneplan.json',
        manifestFile,
        formFile,
        'processes/shenzhen-junior-high/b-f2-highlight-record.bpmn',
        'processes/shenzhen-junior-high/b-f2-highlight-record.scenario.json',
      ]),
    );
    expect(JSON.parse(await textIn('oneplan.json'))).toEqual({
      format: 'oneplan-plan',
      formatVersion: 1,
      plan: 'shenzhen-junior-high',
      name: expect.any(String),
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('is read back to the same content, which packs to the same bytes', async () => {
    const content = await shippedContent();
    const bytes = await packPlan(content, digest);
    const { plan, findings } = await unpackPlan(bytes, digest);

    expect(findings).toEqual([]);
    expect(plan?.content).toEqual(content);
    expect(plan && Buffer.compare(await packPlan(plan.content, digest), bytes)).toBe(0);
    expect((await loadPlan(plan?.files ?? new Map())).findings).toEqual([]);
  });

  test('is the same whatever line ends its flows were drawn with', async () => {
    const content = await shippedContent();
    const windows = Object.fromEntries(
      Object.entries(content.processes).map(([key, { xml }]) => [key, { xml: xml.replaceAll('\n', '\r\n') }]),
    );
    const bytes = await packPlan({ ...content, processes: windows }, digest);
    expect(Buffer.compare(bytes, await packed())).toBe(0);
  });
});

describe('a file is refused, and the finding says why', () => {
  test.each([
    ['that is empty', async () => new Uint8Array(0), 'plan-file-not-zip'],
    ['that is something else', async () => strToU8('%PDF-1.7'), 'plan-file-not-zip'],
    ['that is cut off', async () => (await packed()).slice(0, 900), 'plan-file-damaged'],
    ['with the name of a place above', () => changed({ '../evil.json': '{}' }), 'plan-file-name'],
    ['with a step up on the way', () => changed({ 'forms/../../evil.json': '{}' }), 'plan-file-name'],
    ['with an absolute name', () => changed({ '/etc/passwd': 'x' }), 'plan-file-name'],
    ['with the name of a drive', () => changed({ 'C:\\evil.json': 'x' }), 'plan-file-name'],
    [
      'with bytes that are no text',
      () => changed({ [formFile]: new Uint8Array([0xff, 0xfe, 0x80]) }),
      'plan-file-not-text',
    ],
    ['without a header', () => changed({ 'oneplan.json': undefined }), 'plan-file-header'],
    ['whose header is no JSON', () => changed({ 'oneplan.json': '{' }), 'plan-file-header'],
    [
      'whose header lacks the fingerprint',
      () => changed({ 'oneplan.json': '{"format":"oneplan-plan","formatVersion":1}' }),
      'plan-file-header',
    ],
    [
      'of a later format',
      () => changed({ 'oneplan.json': '{"format":"oneplan-plan","formatVersion":2,"more":1}' }),
      'plan-file-version',
    ],
    ['without the manifest', () => changed({ [manifestFile]: undefined }), 'plan-file-no-manifest'],
    ['without a form that is listed', () => changed({ [formFile]: undefined }), 'plan-file-missing'],
    ['with a form that is none', () => changed({ [formFile]: '{"a":' }), 'plan-file-missing'],
    [
      'with a file that is not listed',
      () => changed({ 'forms/shenzhen-junior-high/more.form.json': '{}' }),
      'plan-file-unknown',
    ],
    ['with a program', () => changed({ 'run.sh': 'x' }), 'plan-file-unknown'],
    [
      'that somebody changed',
      async () => changed({ [formFile]: (await textIn(formFile)).replace('"title"', '"titel"') }),
      'plan-file-fingerprint',
    ],
    [
      'with more files than plans have',
      () =>
        changed(Object.fromEntries(Array.from({ length: planFileLimits.entries }, (_, n) => [`a${n}`, 'x']))),
      'plan-file-too-big',
    ],
    [
      'with a file that unpacks to too much',
      () => changed({ [formFile]: new Uint8Array(planFileLimits.entry + 1) }),
      'plan-file-too-big',
    ],
  ] as const)('%s', async (_, make, rule) => {
    const { plan, findings } = await unpackPlan(await make(), digest);
    expect(plan).toBeUndefined();
    expect(findings.map((it) => it.rule)).toEqual([rule]);
    expect(findings[0]).toMatchObject({ sentence: { 'zh-CN': expect.stringMatching(/[\u4e00-\u9fff]/) } });
  });

  test('that unpacks to too much in all, while it is being unpacked', async () => {
    const zeros = new Uint8Array(planFileLimits.entry);
    const many = Math.ceil(planFileLimits.unpacked / planFileLimits.entry) + 1;
    const bomb = zipSync(Object.fromEntries(Array.from({ length: many }, (_, n) => [`a${n}`, zeros])));
    expect(bomb.length).toBeLessThan(planFileLimits.unpacked / 500);
    expect(await rulesOf(bomb)).toEqual(['plan-file-too-big']);
  });

  test('that claims to be small and is not', async () => {
    const bomb = zipSync({ a: new Uint8Array(planFileLimits.entry * 20) });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    view.setUint32(22, 10, true);
    expect(await rulesOf(bomb)).toEqual(['plan-file-too-big']);
  });

  test('whose manifest is not as plans have it: the place in the manifest is told', async () => {
    const manifest = JSON.parse(await textIn(manifestFile)) as Record<string, unknown>;
    const broken = await changed({ [manifestFile]: JSON.stringify({ ...manifest, stage: 'nursery' }) });
    expect((await unpackPlan(broken, digest)).findings).toMatchObject([
      { rule: 'schema', file: manifestFile, path: '/stage' },
    ]);
  });
});

test('any change of the bytes is refused or changes nothing of the plan, and reading always ends', async () => {
  const content = await shippedContent();
  const bytes = await packPlan(content, digest);
  for (let at = 7; at < bytes.length; at += Math.ceil(bytes.length / 300)) {
    const spoilt = bytes.slice();
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 + (at % 255));
    const { plan } = await unpackPlan(spoilt, digest);
    if (plan) expect(plan.content).toEqual(content);
  }
});
