import { expect, test } from '@jest/globals';
import { planManifest } from '../../fixtures/layer.ts';
import { columnText, formsOf, sourceOf, sourceText } from './view-source.ts';

test.each([[{ record: 'honour' }], [{ process: 'record-flow' }]])('%j is read as it was written', (of) => {
  expect(sourceOf(sourceText({ of }))).toEqual(of);
});

test('a view of a process shows the records that it is about', () => {
  expect(formsOf(planManifest, { of: { process: 'record-flow' } })).toEqual(['honour']);
  expect(formsOf(planManifest, { of: { record: 'decision' } })).toEqual(['decision']);
});

test('a column is a component of the form or what the platform knows of every record', () => {
  expect(columnText({ component: 'title' })).toBe('component:title');
  expect(columnText({ field: 'state' })).toBe('field:state');
});
