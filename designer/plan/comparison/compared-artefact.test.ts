import { describe, expect, test } from '@jest/globals';
import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import { planTree } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { juniorHighCity } from '@oneplan/runtime/plan/fixtures/junior-high-city.ts';
import { field } from '@oneplan/runtime/plan/fixtures/plan-text.ts';
import {
  addComponent,
  component,
  type Edit,
  parameter,
  variant,
} from '@oneplan/runtime/plan/fixtures/variants.ts';
import { artefactOfElement, changesByArtefact, countChanges } from './compared-artefact.ts';

async function changes(...edits: Edit[]) {
  return diff(await planTree(juniorHighCity), await planTree(variant(juniorHighCity, ...edits)));
}

const venue = field('textfield', 'venue', '场馆');

describe('what a change is shown with', () => {
  test.each([
    ['form:record/title', { kind: 'form', key: 'record' }],
    ['form:record/title#a', { kind: 'form', key: 'record' }],
    ['step:flow/review', { kind: 'process', key: 'flow' }],
    ['process:flow/review', { kind: 'process', key: 'flow' }],
    ['lock:form:record/title@validate.required', { kind: 'form', key: 'record' }],
    ['parameter:noticePeriod', { kind: 'settings', key: 'plan' }],
    ['notice:highlights/record', { kind: 'settings', key: 'plan' }],
  ])('%s', (element, artefact) => {
    expect(artefactOfElement(element)).toEqual(artefact);
  });

  test('forms come first, the settings last', async () => {
    const groups = changesByArtefact(
      await changes(parameter('noticePeriod', 'P7D'), addComponent('record', venue)),
    );
    expect(groups.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['form record', 'settings plan']);
  });
});

describe('how many changes there are', () => {
  test('an element whose properties changed counts once, one that came with the element around it not at all', async () => {
    const panel = { type: 'panel', key: 'place', title: '地点', input: false, components: [venue] };
    const found = await changes(
      addComponent('record', panel),
      component('summary', 'text', { label: '小结', tooltip: '写一写' }),
    );
    expect(countChanges(found)).toEqual({ added: 1, removed: 0, changed: 1, moved: 0 });
  });

  test('none for a plan beside itself', async () => {
    expect(countChanges(await changes())).toEqual({ added: 0, removed: 0, changed: 0, moved: 0 });
  });
});
