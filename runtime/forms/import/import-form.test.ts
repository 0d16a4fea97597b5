import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkForm } from '../check-form.ts';
import { Random } from '../tests/random.ts';
import { FormMaker } from '../tests/random-form.ts';
import { contactForm, laidOutForm, remoteForm, scriptedForm } from './exported-forms.ts';
import { importForm } from './import-form.ts';

const said = (source: unknown) =>
  importForm(source).refused.map(({ rule, path, done }) => `${done} ${path}: ${rule}`);
const components = (source: unknown) =>
  importForm(source).definition?.components as Record<string, unknown>[];

describe('an ordinary form of Form.io', () => {
  test('from its builder comes in whole; its submit button does not, and that is said', () => {
    const { definition, kept } = importForm(contactForm);
    expect(said(contactForm)).toEqual(['removed components[2]: button']);
    expect(kept).toBe(2);
    expect(definition).toMatchObject({ title: 'Contact', display: 'form' });
    expect(definition).not.toHaveProperty('owner');
    expect(components(contactForm)[0]).toMatchObject({ key: 'fullName', validate: { required: true } });
    expect(JSON.stringify(definition)).not.toContain('importedFrom');
  });

  test('with JavaScript loses the JavaScript and nothing else', () => {
    expect(said(scriptedForm).sort()).toEqual(
      [
        'changed components[2].html: markup',
        'removed components[0].calculateValue: script',
        'removed components[0].validate.custom: script',
        'removed components[1].customConditional: script',
        'removed components[1].logic[0].trigger: script',
        'removed controller: form-setting',
      ].sort(),
    );
    const [hours, reason, note] = components(scriptedForm);
    expect(hours).toMatchObject({ validate: { required: true, max: 24 } });
    expect(reason?.logic).toMatchObject([{ name: 'b' }]);
    expect(note).toMatchObject({ html: 'Read this' });
  });

  test('with data from elsewhere keeps the components, to be given options and files of our own', () => {
    expect(said(remoteForm)).toEqual(
      expect.arrayContaining([
        'changed components[0].dataSrc: data-source',
        'changed components[1].dataSrc: data-source',
        'changed components[2].storage: data-source',
        'removed components[3].provider: data-source',
        'removed components[4].type: component-type',
        'removed components[5].type: component-type',
      ]),
    );
    expect(components(remoteForm).map(({ key }) => key)).toEqual(['school', 'owner', 'photo', 'place']);
    expect(JSON.stringify(components(remoteForm))).not.toContain('elsewhere.example');
  });

  test('with what only the premium builder has keeps what stands in it', () => {
    const { definition, kept } = importForm(laidOutForm);
    expect(said(laidOutForm)).toEqual(
      expect.arrayContaining([
        'removed settings: form-setting',
        'changed display: display',
        'removed components[1].type: component-type',
        'changed components[0].columns[1].components[0]: duplicate-key',
        'changed components[2].key: key',
        'removed components[2].ourFork: unknown-setting',
        'removed components[2].encrypted: server-setting',
        'removed components[3].conditional.when: condition-component',
      ]),
    );
    expect(definition?.display).toBe('form');
    expect(kept).toBe(7);
    expect(JSON.stringify(definition)).toContain('"key":"ok"');
    expect(JSON.stringify(definition)).toContain('"key":"name2"');
    expect(JSON.stringify(definition)).toContain('"key":"stfield"');
  });

  test.each([
    ['a list', []],
    ['a text', 'form'],
    ['nothing', null],
    ['a project', { forms: {} }],
  ])('is none: %s', (_name, source) => {
    expect(importForm(source)).toEqual({
      kept: 0,
      refused: [{ rule: 'not-a-form', path: '', component: '', done: 'removed' }],
    });
  });
});

describe('what comes out of the import', () => {
  test('passes the gate, whatever went in, and what went in is left as it was', () => {
    for (const form of [contactForm, scriptedForm, remoteForm, laidOutForm]) {
      const before = JSON.stringify(form);
      const { definition } = importForm(form);
      expect(checkForm(definition)).toEqual([]);
      expect(JSON.stringify(form)).toBe(before);
    }
  });

  test('is the form itself where nothing is to be refused: those that are shipped, and random ones', () => {
    const folder = new URL('../../../forms/shenzhen-junior-high/', import.meta.url);
    const shipped = readdirSync(folder)
      .filter((name) => name.endsWith('.form.json'))
      .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object);
    for (const form of shipped) expect(importForm(form)).toMatchObject({ definition: form, refused: [] });
    for (let seed = 0; seed < 50; seed += 1) {
      const form = new FormMaker(new Random(seed)).form();
      const { definition, refused } = importForm(form);
      expect(checkForm(definition)).toEqual([]);
      // A condition on a button goes with the button.
      const others = refused.filter(({ rule }) => rule !== 'button' && rule !== 'condition-component');
      expect(others).toEqual([]);
    }
  });

  test('imported again is the same, with nothing refused', () => {
    for (const form of [contactForm, scriptedForm, remoteForm, laidOutForm]) {
      const { definition } = importForm(form);
      expect(importForm(definition)).toMatchObject({ definition, refused: [] });
    }
  });
});
