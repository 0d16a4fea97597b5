import { expect, test } from '@jest/globals';
import { shippedContent } from '@oneplan/runtime/plan/fixtures/shipped-content.ts';
import { componentsOf } from '@oneplan/runtime/plan/form-components.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { findComponent, withComponentAt } from '../../../formio/component-places.ts';
import { removedUses } from './removed-uses.ts';

const { manifest, forms } = await shippedContent();
const form = forms['b-r01'] as FormDefinition;
const plan = {
  manifest,
  forms: new Map([['b-r01', { file: '', definition: form, components: componentsOf(form) }]]),
  processes: new Map(),
  decisions: new Map(),
};
const without = (definition: FormDefinition, key: string) => {
  const node = findComponent(definition, key);
  if (!node) throw new Error(`no component ${key}`);
  return withComponentAt(definition, node.definitionPath, undefined);
};

test('what goes although it is used is said with everything that uses it', () => {
  const removed = removedUses(plan, 'b-r01', form, without(form, 'kind'));
  expect(removed?.name).toBe('类别');
  expect(removed?.uses.map(({ kind }) => kind)).toEqual(['condition', 'summary', 'notice', 'archive']);
});

test('what goes together does not hold each other', () => {
  const removed = removedUses(plan, 'b-r01', form, without(without(form, 'organisedBy'), 'organiser'));
  expect(removed?.uses.filter(({ kind }) => kind === 'condition')).toEqual([]);
  expect(removed?.uses.some(({ kind }) => kind === 'rule')).toBe(true);
});

test('another key is a removal too; what nobody uses just goes', () => {
  const node = findComponent(form, 'kind');
  const renamed = withComponentAt(form, node?.definitionPath ?? '', { ...node?.component, key: 'sort' });
  expect(removedUses(plan, 'b-r01', form, renamed)?.uses.length).toBeGreaterThan(0);
  expect(removedUses(plan, 'b-r01', form, without(form, 'pledge'))).toBeUndefined();
  expect(removedUses(plan, 'b-r01', form, form)).toBeUndefined();
});
