import { describe, expect, test } from '@jest/globals';
import type { BundleContent } from '../bundle-content.ts';
import { childLists } from '../elements/element.ts';
import { planTree } from '../elements/plan-tree.ts';
import { juniorHighCity } from '../fixtures/junior-high-city.ts';
import { shippedContent } from '../fixtures/shipped-content.ts';
import { writeForm } from './write-form.ts';
import { writeManifest } from './write-manifest.ts';

async function written(content: BundleContent) {
  const tree = await planTree(content);
  const lists = childLists(tree);
  const forms = [...tree.values()].filter(({ kind }) => kind === 'form');
  return {
    manifest: writeManifest(tree),
    forms: Object.fromEntries(forms.map((it) => [String(it.properties.key), writeForm(it, lists)])),
  };
}

describe('a tree written as the files that it was read from', () => {
  test('the shipped plan', async () => {
    const content = await shippedContent();
    const { $schema: _, ...manifest } = content.manifest;
    expect(await written(content)).toEqual({ manifest, forms: content.forms });
  });

  test('a plan with every part of the manifest', async () => {
    const { exemptions: _, ...manifest } = juniorHighCity.manifest;
    expect(await written(juniorHighCity)).toEqual({ manifest, forms: juniorHighCity.forms });
  });

  test('components in columns, cells and tabs, empty ones too', async () => {
    const text = (key: string) => ({ type: 'textfield', key, label: key, input: true });
    const summary = {
      display: 'form',
      components: [
        {
          type: 'columns',
          key: 'c',
          columns: [{ width: 6, components: [text('a'), text('b')] }, { components: [] }],
        },
        {
          type: 'table',
          key: 't',
          rows: [[{ components: [text('d')] }, { components: [] }], [{ components: [] }]],
        },
        {
          type: 'tabs',
          key: 'tabs',
          components: [
            { key: 'one', label: '1', components: [text('e')] },
            { key: 'two', components: [] },
          ],
        },
        { type: 'panel', key: 'p', components: [] },
        { type: 'select', key: 's', data: { values: [{ label: 'x', value: 'x' }], url: '' }, input: true },
        {
          type: 'survey',
          key: 'v',
          questions: [{ label: 'q', value: 'x' }],
          values: [{ label: 'x', value: 'x' }],
        },
      ],
    };
    const content = { ...juniorHighCity, forms: { ...juniorHighCity.forms, summary } };
    expect((await written(content)).forms.summary).toEqual(summary);
  });
});
