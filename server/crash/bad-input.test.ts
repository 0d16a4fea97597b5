import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  conformanceDocuments,
  type Malformed,
  mutants,
  shippedFiles,
  splicedDocuments,
} from '@oneplan/runtime/model/fixtures/malformed/corpus.ts';
import { Random } from '@oneplan/runtime/model/fixtures/malformed/random.ts';
import { demoPassword, loadDemo } from '../demo/load-demo.ts';
import { loadDemoPlan } from '../demo/load-demo-plan.ts';
import { openTestContext, type TestContext, testSecret } from '../testing/test-context.ts';
import { type Client, signIn } from '../testing/test-server.ts';
import { readShippedPlan } from '../usecases/plans/read-shipped-plan.ts';
import { deploymentBody, multipartMutations } from './multipart-mutations.ts';
import { enginePassword, prepareServer, type ServerProcess } from './server-process.ts';

jest.setTimeout(300_000);
const seed = 20_261_122;
const mutations = 320;
const everyDocument = 25;
const atOnce = 4;
const processKey = 'b-f2-highlight-record';
const root = fileURLToPath(new URL('../..', import.meta.url));

let context: TestContext;
let server: ServerProcess;
let officer: Client;

beforeAll(async () => {
  context = await openTestContext();
  await loadDemo(context);
  await loadDemoPlan(context, await readShippedPlan(root, 'shenzhen-junior-high'));
  server = prepareServer({
    databaseUrl: context.databaseUrl,
    dataFolder: dirname(context.filesFolder),
    secret: testSecret,
  });
  await server.start(context.now() - Date.now());
  officer = await signIn(server.address, 'city', demoPassword);
}, 120_000);
afterAll(async () => {
  await server.kill();
  await context.close();
}, 60_000);

/** What was answered to one bad file. */
interface Verdict {
  readonly name: string;
  readonly status: number;
  readonly text: string;
}

/** What no answer may tell: where our code is, what it asks the database, whose error it was. */
const inside = /\n\s+at |node_modules|\.ts:\d|SELECT |SQLITE|ER_[A-Z]+_|Sequelize|\/(?:home|root|work|usr)\//;

const wrong = (verdicts: readonly Verdict[]) =>
  verdicts.filter(({ status, text }) => status < 400 || status >= 500 || inside.test(text));

/** Malformed BPMN: every kind of mutation several times, W3C documents whole and inside of valid files. */
function malformedFiles(): Malformed[] {
  const valid = shippedFiles();
  const documents = conformanceDocuments().filter((_, index) => index % everyDocument === 0);
  return [...mutants(valid, mutations, seed), ...documents, ...splicedDocuments(valid, documents)];
}

/** Bytes that are no text at all, or text of another kind. */
function binaryFiles(): { readonly name: string; readonly bytes: Uint8Array }[] {
  const random = new Random(seed);
  const noise = (length: number) => Uint8Array.from({ length }, () => random.below(256));
  const bpmn = shippedFiles()[0]?.xml ?? '';
  return [
    { name: 'nothing', bytes: new Uint8Array() },
    { name: 'a NUL', bytes: new Uint8Array(1) },
    { name: 'NULs', bytes: new Uint8Array(100_000) },
    { name: 'UTF-16 with its mark', bytes: Buffer.from(`\ufeff${bpmn}`, 'utf16le') },
    { name: 'UTF-16 without', bytes: Buffer.from(bpmn, 'utf16le') },
    { name: 'gzip', bytes: gzipSync(bpmn) },
    { name: 'PNG', bytes: Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise(2_000)]) },
    { name: 'PDF', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>') },
    { name: 'no UTF-8 inside', bytes: Buffer.concat([Buffer.from(bpmn.slice(0, 900)), noise(40)]) },
    ...Array.from({ length: 20 }, (_, index) => ({
      name: `noise ${index}`,
      bytes: noise(1 + random.below(5_000)),
    })),
  ];
}

async function sendAll<T>(items: readonly T[], send: (item: T) => Promise<Verdict>): Promise<Verdict[]> {
  const left = [...items];
  const verdicts: Verdict[] = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) verdicts.push(await send(item));
    }),
  );
  return verdicts;
}

async function deploy(name: string, body: Uint8Array, contentType: string): Promise<Verdict> {
  const response = await fetch(`${server.address}/engine-rest/deployment/create`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`engine:${enginePassword}`).toString('base64')}`,
      'content-type': contentType,
    },
    body: new Uint8Array(body),
  });
  return { name, status: response.status, text: await response.text() };
}

const count = async (table: string) =>
  Number((await context.sql.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);
const alive = async () => (await fetch(`${server.address}/api/health`)).status;

describe('POST /engine-rest/deployment/create', () => {
  test('refuses every malformed file with a 4xx that tells nothing of our inside', async () => {
    const files = malformedFiles();
    const before = await count('process_definition');
    const verdicts = await sendAll(files, ({ name, xml }) => {
      const { body, contentType } = deploymentBody(Buffer.from(xml));
      return deploy(name, body, contentType);
    });
    expect(wrong(verdicts)).toEqual([]);
    expect(verdicts.length).toBe(files.length);
    expect([await count('process_definition'), await alive()]).toEqual([before, 200]);
  });

  test('refuses bytes that are no BPMN', async () => {
    const verdicts = await sendAll(binaryFiles(), ({ name, bytes }) => {
      const { body, contentType } = deploymentBody(bytes);
      return deploy(name, body, contentType);
    });
    expect(wrong(verdicts)).toEqual([]);
    expect(await alive()).toBe(200);
  });

  test('refuses bodies that are no multipart, or one that is broken', async () => {
    const broken = multipartMutations(new Random(seed), 200);
    const verdicts = await sendAll(broken, ({ name, body, contentType }) => deploy(name, body, contentType));
    expect(wrong(verdicts)).toEqual([]);
    expect([verdicts.length, await alive()]).toEqual([broken.length, 200]);
  });

  test('takes the same body when nothing is wrong with it', async () => {
    const { body, contentType } = deploymentBody(Buffer.from(shippedFiles()[0]?.xml ?? ''));
    expect(await deploy('shipped', body, contentType)).toMatchObject({ status: 200 });
  });
});

describe('saving a draft in the designer', () => {
  const place = async () => {
    const layer = await context.sql.one<{ layer_id: string; revision: number }>(
      "SELECT layer_id, revision FROM artefact WHERE kind = 'process' AND artefact_key = ?",
      [processKey],
    );
    return {
      path: `/api/layers/${layer?.layer_id}/artefacts/process/${processKey}`,
      revision: Number(layer?.revision),
    };
  };
  const save = async (content: string) => {
    const { path, revision } = await place();
    return officer.send('PUT', path, { body: { content }, headers: { 'if-match': `"${revision}"` } });
  };

  test('refuses every malformed file, and the draft stays as it was', async () => {
    const { revision } = await place();
    const binary = binaryFiles().map(({ name, bytes }) => ({
      name,
      xml: Buffer.from(bytes).toString('latin1'),
    }));
    const verdicts = await sendAll([...malformedFiles(), ...binary], async ({ name, xml }) => {
      const { status, body } = await save(xml);
      return { name, status, text: JSON.stringify(body) };
    });
    expect(wrong(verdicts)).toEqual([]);
    expect([(await place()).revision, await alive()]).toEqual([revision, 200]);
  });

  test('takes the shipped file again', async () => {
    expect((await save(shippedFiles()[0]?.xml ?? '')).status).toBe(200);
  });
});
