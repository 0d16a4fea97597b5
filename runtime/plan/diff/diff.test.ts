import { beforeAll, describe, expect, test } from '@jest/globals';
import type { BundleContent } from '../bundle-content.ts';
import { planTree } from '../elements/plan-tree.ts';
import { shippedContent } from '../fixtures/shipped-content.ts';
import { diff } from './diff.ts';
import type { PlanChange } from './plan-change.ts';

const process = 'b-f2-highlight-record';
let base: BundleContent;

beforeAll(async () => {
  base = await shippedContent();
});

/** The changes between the shipped plan and an edited copy of its JSON text or its flow. */
async function changesOf(edit: (content: BundleContent) => BundleContent): Promise<PlanChange[]> {
  return diff(await planTree(base), await planTree(edit(structuredClone(base))));
}

function inForm(form: string, change: (text: string) => string) {
  return (content: BundleContent): BundleContent => ({
    ...content,
    forms: { ...content.forms, [form]: JSON.parse(change(JSON.stringify(content.forms[form]))) },
  });
}

function inFlow(from: string | RegExp, to: string) {
  return (content: BundleContent): BundleContent => {
    const xml = content.processes[process]?.xml ?? '';
    if (xml.search(from) < 0) throw new Error(`the flow does not hold ${from}`);
    return { ...content, processes: { [process]: { xml: xml.replaceAll(new RegExp(from, 'g'), to) } } };
  };
}

describe('difference of two plans', () => {
  test('a plan beside itself has none', async () => {
    expect(await changesOf((it) => it)).toEqual([]);
  });

  test('the order of keys in the files is none', async () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, item]) => [key, reversed(item)]),
      );
    };
    expect(
      await changesOf((it) => ({ ...(reversed(it) as BundleContent), processes: it.processes })),
    ).toEqual([]);
  });

  test('a shape that is moved or a plane that is gone is none', async () => {
    expect(await changesOf(inFlow(/x="\d+"/, 'x="7"'))).toEqual([]);
    expect(await changesOf(inFlow(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, ''))).toEqual([]);
  });

  test('a property of a component is named by its path', async () => {
    expect(
      await changesOf(inForm('b-r01', (text) => text.replace('"maxLength":30', '"maxLength":20'))),
    ).toEqual([
      {
        change: 'changed',
        element: 'form:b-r01/title',
        kind: 'component',
        name: '名称',
        property: 'validate.maxLength',
        path: ['validate', 'maxLength'],
        from: 30,
        to: 20,
      },
    ]);
  });

  test('an option is an element of its own', async () => {
    const changes = await changesOf(
      inForm('b-r01', (text) =>
        text.replace(
          '{"label":"好人好事"',
          '{"label":"客家文化","value":"hakka","mapsTo":"good-deed"},{"label":"好人好事"',
        ),
      ),
    );
    expect(changes).toMatchObject([
      { change: 'added', element: 'form:b-r01/kind#hakka', to: { properties: { mapsTo: 'good-deed' } } },
    ]);
  });

  test('a field that goes to another panel is moved, and keeps its id', async () => {
    const changes = await changesOf((content) => {
      const definition = structuredClone(content.forms['b-r01']) as { components: Record<string, unknown>[] };
      const [panel] = definition.components;
      const fields = panel?.components as Record<string, unknown>[];
      definition.components.push({ type: 'panel', key: 'more', components: fields.splice(1, 1) });
      return { ...content, forms: { ...content.forms, 'b-r01': definition } };
    });
    expect(changes).toMatchObject([
      { change: 'added', element: 'form:b-r01/more' },
      {
        change: 'moved',
        element: 'form:b-r01/title',
        from: { parent: 'form:b-r01/basics', slot: 'components', after: 'form:b-r01/kind' },
        to: { parent: 'form:b-r01/more', slot: 'components', after: undefined },
      },
    ]);
  });

  test('of siblings in another order the fewest are moved', async () => {
    const changes = await changesOf((content) => {
      const [first, ...others] = content.manifest.parameters;
      return { ...content, manifest: { ...content.manifest, parameters: first ? [...others, first] : [] } };
    });
    expect(changes).toMatchObject([
      {
        change: 'moved',
        element: 'parameter:recordCapPerTerm',
        to: { after: 'parameter:attachmentMaxMegabytes' },
      },
    ]);
  });

  test('a step of the flow: what it waits for, who gets it, on what condition it goes on', async () => {
    expect(
      await changesOf(inFlow('candidateGroups="class-teacher"', 'candidateGroups="principal"')),
    ).toMatchObject([
      {
        element: `process:${process}/review`,
        property: 'candidateGroups',
        from: 'class-teacher',
        to: 'principal',
      },
    ]);
    expect(await changesOf(inFlow(/>\$\{noticePeriod\}</, '>P1D<'))).toMatchObject([
      { element: `process:${process}/noticePeriod`, property: 'timer.timeDuration', to: 'P1D' },
    ]);
    expect(await changesOf(inFlow("outcome == 'confirmed'", 'true'))).toMatchObject([
      { element: `process:${process}/whenConfirmed`, property: 'conditionExpression' },
    ]);
    expect(await changesOf(inFlow(/name="notice">highlight-record</, 'name="notice">other<'))).toMatchObject([
      { element: `process:${process}/openNotice`, property: 'inputs.notice' },
      { element: `process:${process}/closeNotice`, property: 'inputs.notice' },
    ]);
  });

  test('everything in a removed element is listed', async () => {
    const changes = await changesOf((content) => {
      const { 'b-r06': _, ...forms } = content.forms;
      const listed = content.manifest.forms.filter(({ key }) => key !== 'b-r06');
      return { ...content, forms, manifest: { ...content.manifest, forms: listed } };
    });
    expect(changes.every(({ change }) => change === 'removed')).toBe(true);
    expect(changes.map(({ element }) => element)).toContain('form:b-r06');
    expect(changes.filter(({ element }) => element.startsWith('form:b-r06/')).length).toBeGreaterThan(0);
  });

  test('a flow that cannot be read is a changed source', async () => {
    const changes = await changesOf((content) => ({
      ...content,
      processes: { [process]: { xml: '<nothing' } },
    }));
    expect(changes).toContainEqual(
      expect.objectContaining({ element: `process:${process}`, property: 'source', to: '<nothing' }),
    );
  });
});
