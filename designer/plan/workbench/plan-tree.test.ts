import { describe, expect, test } from '@jest/globals';
import { artefact, districtLayer, planManifest } from '../fixtures/layer.ts';
import { planTree, type TreeSectionKey, type TreeSource } from './plan-tree.ts';

const artefacts = [
  artefact({ kind: 'manifest', key: 'plan', changed: true }),
  artefact({ kind: 'form', key: 'decision' }),
  artefact({ kind: 'form', key: 'extra' }),
  artefact({ kind: 'form', key: 'honour', changed: true }),
  artefact({ kind: 'process', key: 'record-flow' }),
];

function tree(given: Partial<TreeSource> = {}) {
  return planTree({
    layer: districtLayer(),
    artefacts,
    manifest: planManifest,
    problemsOf: () => 0,
    problemsOn: () => 0,
    ...given,
  });
}

const itemsOf = (key: TreeSectionKey, given: Partial<TreeSource> = {}) =>
  tree(given).find((section) => section.key === key)?.items ?? [];

describe('the tree of a plan', () => {
  test('lists forms in the order of the manifest, what that does not list at the end', () => {
    expect(itemsOf('forms').map(({ id }) => id)).toEqual(['form/honour', 'form/decision', 'form/extra']);
  });

  test('keeps the order of the draft while the manifest is on its way', () => {
    expect(itemsOf('forms', { manifest: null }).map(({ id }) => id)).toEqual([
      'form/decision',
      'form/extra',
      'form/honour',
    ]);
  });

  test('marks what differs from the published version, parameters for the manifest', () => {
    expect(itemsOf('forms').filter(({ changed }) => changed)).toMatchObject([{ id: 'form/honour' }]);
    expect(itemsOf('settings').filter(({ changed }) => changed)).toMatchObject([{ id: 'parameters' }]);
  });

  test('marks as read only what the layer above locked', () => {
    expect(itemsOf('forms').filter(({ readOnly }) => readOnly)).toMatchObject([{ id: 'form/decision' }]);
  });

  test('locks nothing for the layer at the top, which sets the locks', () => {
    const items = itemsOf('forms', { layer: districtLayer({ extends: null }) });
    expect(items.every(({ readOnly }) => !readOnly)).toBe(true);
  });

  test('marks everything that could be edited as read only in a layer of somebody else', () => {
    const items = tree({ layer: districtLayer({ editable: false }) }).flatMap((section) => section.items);
    expect(items.filter(({ readOnly }) => readOnly).map(({ id }) => id)).toEqual([
      'form/honour',
      'form/decision',
      'form/extra',
      'process/record-flow',
      'records',
      'structure',
      'indicators',
      'rules',
      'parameters',
      'calendar',
      'groups',
      'notices',
      'archive',
      'views',
      'sheets',
      'modules',
      'roles',
      'basis',
      'locks',
    ]);
  });

  test('counts findings at the form, the flow and the page of the manifest that shows them', () => {
    const given = {
      problemsOf: ({ key }: { key: string }) => (key === 'record-flow' ? 2 : 0),
      problemsOn: (page: string) => (page === 'notices' ? 1 : 0),
    };
    const items = tree(given).flatMap((section) => section.items);
    expect(items.filter(({ problems }) => problems > 0)).toMatchObject([
      { id: 'process/record-flow', problems: 2 },
      { id: 'notices', problems: 1 },
    ]);
  });
});
