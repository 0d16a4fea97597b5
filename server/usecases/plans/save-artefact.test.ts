import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as contract from '@oneplan/runtime/contracts/api/plans.ts';
import { openPlanFixture, type PlanFixture, processKey } from './fixtures/plan-fixture.ts';
import { getArtefact } from './get-artefact.ts';
import { getLayer } from './get-layer.ts';
import { saveArtefact } from './save-artefact.ts';

jest.setTimeout(60_000);
let plan: PlanFixture;
beforeAll(async () => {
  plan = await openPlanFixture();
});
afterAll(() => plan.context.close());

const read = (kind: 'manifest' | 'form' | 'process', key: string) =>
  getArtefact(plan.context, { layerId: plan.cityLayer, kind, key });

const save = (
  kind: 'manifest' | 'form' | 'process',
  key: string,
  content: string,
  revision: number,
  officer = plan.officers.city,
) =>
  saveArtefact(
    plan.context,
    officer,
    { layerId: plan.cityLayer, kind, key },
    { content, ifMatch: `"${revision}"` },
  );

function edited(content: string, edit: (form: { title?: string; components: object[] }) => void): string {
  const form = JSON.parse(content) as { components: object[] };
  edit(form);
  return JSON.stringify(form, null, 2);
}

describe('saving a draft', () => {
  test('answers the next revision, who saved it and when, as the contract has it', async () => {
    const before = await read('form', 'b-r01');
    plan.context.advance(60_000);

    const saved = await save(
      'form',
      'b-r01',
      edited(before.content, (form) => {
        form.title = '思想品德';
      }),
      before.revision,
    );

    expect(contract.saveArtefact.response.parse(saved)).toEqual(saved);
    expect(saved).toMatchObject({
      kind: 'form',
      key: 'b-r01',
      revision: before.revision + 1,
      updatedBy: 'Officer city',
      updatedAt: new Date(plan.context.now()).toISOString(),
      changed: true,
      findings: [],
    });
    const after = await read('form', 'b-r01');
    expect(contract.getArtefact.response.parse(after)).toEqual(after);
    expect(JSON.parse(after.content)).toMatchObject({ title: '思想品德' });
  });

  test('leaves a line in the audit log', async () => {
    const before = await read('form', 'b-r02');
    await save('form', 'b-r02', before.content, before.revision);

    const lines = await plan.context.tables.audit.find({ action: 'plan.artefact-saved' });

    expect(lines.map(({ detail }) => JSON.parse(detail) as unknown)).toContainEqual({
      kind: 'form',
      key: 'b-r02',
      revision: before.revision + 1,
    });
  });

  test('shows the name that the manifest gives to a form', async () => {
    const before = await read('manifest', 'plan');

    await save('manifest', 'plan', before.content.replace('学业与创新突出表现', '学业表现'), before.revision);

    const { artefacts } = await getLayer(plan.context, plan.officers.city, plan.cityLayer);
    expect(artefacts.find(({ key }) => key === 'b-r02')?.name).toBe('学业表现');
  });
});

describe('a draft that somebody saved in between', () => {
  let opened: Awaited<ReturnType<typeof read>>;
  beforeEach(async () => {
    opened = await read('form', 'b-r03');
    await save(
      'form',
      'b-r03',
      edited(opened.content, (form) => {
        form.title = `体育 ${opened.revision}`;
      }),
      opened.revision,
    );
  });

  test('is not overwritten; the refusal names who saved it and when', async () => {
    const late = save(
      'form',
      'b-r03',
      edited(opened.content, (form) => {
        form.title = 'late';
      }),
      opened.revision,
      plan.officers.north,
    );

    await expect(late).rejects.toMatchObject({
      code: 'revision-stale',
      detail: {
        kind: 'form',
        key: 'b-r03',
        revision: opened.revision + 1,
        savedBy: 'Officer city',
        savedAt: new Date(plan.context.now()).toISOString(),
      },
    });
    const kept = await read('form', 'b-r03');
    expect(kept.revision).toBe(opened.revision + 1);
    expect(JSON.parse(kept.content)).toMatchObject({ title: `体育 ${opened.revision}` });
  });

  test('answers the same save, sent again by the same person, as saved', async () => {
    const current = await read('form', 'b-r03');

    const again = await save('form', 'b-r03', current.content, opened.revision);

    expect(again.revision).toBe(current.revision);
  });
});

test('two saves of one revision at the same time: one is refused', async () => {
  const before = await read('form', 'b-r04');
  const content = (title: string) =>
    edited(before.content, (form) => {
      form.title = title;
    });

  const outcomes = await Promise.allSettled([
    save('form', 'b-r04', content('first'), before.revision),
    save('form', 'b-r04', content('second'), before.revision),
  ]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await read('form', 'b-r04')).revision).toBe(before.revision + 1);
});

describe('what a draft must never hold is refused, and nothing is saved', () => {
  const refused = async (
    kind: 'manifest' | 'form' | 'process',
    key: string,
    break_: (content: string) => string,
  ) => {
    const before = await read(kind, key);
    const error: unknown = await save(kind, key, break_(before.content), before.revision).catch(
      (problem: unknown) => problem,
    );
    expect(await read(kind, key)).toEqual(before);
    return error;
  };

  test('JavaScript in a form, with its path', async () => {
    const error = await refused('form', 'b-r05', (content) =>
      edited(content, ({ components }) =>
        components.push({ type: 'textfield', key: 'extra', validate: { custom: 'valid = fetch("//x")' } }),
      ),
    );

    expect(error).toMatchObject({
      code: 'plan-invalid',
      detail: {
        findings: [
          {
            severity: 'error',
            file: 'forms/shenzhen-junior-high/b-r05.form.json',
            path: expect.stringMatching(/^components\[\d+\]\.validate\.custom$/),
          },
        ],
      },
    });
  });

  test('a DOCTYPE in a process, with its line', async () => {
    const error = await refused('process', processKey, (xml) =>
      xml.replace('?>', '?>\n<!DOCTYPE definitions [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    );

    expect(error).toMatchObject({
      code: 'plan-invalid',
      detail: {
        findings: expect.arrayContaining([
          expect.objectContaining({
            rule: 'process.xml-doctype',
            file: 'processes/shenzhen-junior-high/b-f2-highlight-record.bpmn',
            line: 2,
          }),
        ]),
      },
    });
  });

  test('an element that the engine does not execute, with its id', async () => {
    const error = await refused('process', processKey, (xml) =>
      xml.replace(
        '<bpmn:startEvent id="submitted"',
        '<bpmn:transaction id="elsewhere" /><bpmn:startEvent id="submitted"',
      ),
    );

    expect(error).toMatchObject({
      code: 'plan-invalid',
      detail: {
        findings: expect.arrayContaining([
          expect.objectContaining({ rule: 'process.unsupported-element', elementId: 'elsewhere' }),
        ]),
      },
    });
  });

  test('a manifest that breaks the schema, with pointer and line', async () => {
    const error = await refused('manifest', 'plan', (json) =>
      json.replace('"stage": "junior-high"', '"stage": "kindergarten"'),
    );

    expect(error).toMatchObject({
      code: 'plan-invalid',
      detail: {
        findings: [
          {
            rule: 'schema',
            file: 'processes/shenzhen-junior-high/plan.json',
            path: '/stage',
            line: expect.any(Number),
          },
        ],
      },
    });
  });

  test('a form that is not JSON', async () => {
    expect(await refused('form', 'b-r05', (json) => json.slice(0, -5))).toMatchObject({
      code: 'plan-invalid',
      detail: { findings: [{ rule: 'json-syntax', line: expect.any(Number) }] },
    });
  });
});

test.each(['*', '"x"', '3', '"1", "2"'])('refuses the If-Match %s', async (ifMatch) => {
  const saving = saveArtefact(
    plan.context,
    plan.officers.city,
    { layerId: plan.cityLayer, kind: 'form', key: 'b-r06' },
    { content: '{}', ifMatch },
  );

  await expect(saving).rejects.toMatchObject({ code: 'invalid-request' });
});

test('names an artefact that the layer does not have', async () => {
  await expect(save('form', 'nowhere', '{}', 1)).rejects.toMatchObject({
    code: 'not-found',
    detail: { kind: 'form', key: 'nowhere' },
  });
});
