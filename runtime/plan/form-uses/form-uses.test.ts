import { describe, expect, test } from '@jest/globals';
import { shippedContent } from '../fixtures/shipped-content.ts';
import { accessOf, withAccess } from './component-access.ts';
import { flagsOf, withFlag } from './component-flags.ts';
import { stepsOfForm, withStepPermission } from './form-steps.ts';

const { manifest } = await shippedContent();

describe('the steps at which a form is shown', () => {
  test('are where records of it are begun, and every step of the flow that works on them', () => {
    expect(stepsOfForm(manifest, 'b-r01').map(({ kind, element }) => [kind, element])).toEqual([
      ['start', undefined],
      ['record', 'review'],
      ['record', 'revise'],
    ]);
    expect(stepsOfForm(manifest, 'record-decision').map(({ kind, element }) => [kind, element])).toEqual([
      ['own', 'review'],
    ]);
    expect(stepsOfForm(manifest, 'nothing')).toEqual([]);
  });

  test('say for which other forms they hold', () => {
    const [start, review] = stepsOfForm(manifest, 'b-r01');
    expect(start?.forms).toEqual(['b-r01']);
    expect(review?.forms).toHaveLength(6);
  });

  test('take another permission at one place only', () => {
    for (const step of [...stepsOfForm(manifest, 'b-r01'), ...stepsOfForm(manifest, 'record-decision')]) {
      const permission = { readable: ['title'], editable: [], required: [] };
      const changed = withStepPermission(manifest, step, permission);
      const form = step.kind === 'own' ? 'record-decision' : 'b-r01';
      const after = stepsOfForm(changed, form);
      expect(
        after.find((it) => it.planElement === step.planElement && it.kind === step.kind)?.permission,
      ).toMatchObject({ readable: ['title'], editable: [] });
      const others = (list: typeof after) => list.filter((it) => it.planElement !== step.planElement);
      expect(others(after)).toEqual(others(stepsOfForm(manifest, form)));
    }
  });
});

describe('the access to a component', () => {
  const all = ['title', 'items', 'items.name', 'items.hours', 'opinion'];

  test('is given by its key, its path, or a component around it', () => {
    const given = accessOf(
      { readable: ['items'], editable: ['name'], required: ['items.hours'] },
      'items.name',
    );
    expect(given).toEqual({ visible: true, editable: true, required: false });
  });

  test('is taken from one component out of all, and nothing else is lost', () => {
    const before = { readable: '*', editable: '*' } as const;
    const after = withAccess(before, 'items.name', { visible: false, editable: false, required: false }, all);
    expect(after).toEqual({
      readable: ['title', 'items.hours', 'opinion'],
      editable: ['title', 'items.hours', 'opinion'],
    });
  });

  test('is taken from one component of a grid that was named as a whole', () => {
    const after = withAccess(
      { readable: ['items', 'title'], editable: [] },
      'items.name',
      { visible: false, editable: false, required: false },
      all,
    );
    expect(after.readable).toEqual(['title', 'items.hours']);
  });

  test('cannot be to fill in what is not visible, nor to require what cannot be filled in', () => {
    const none = { readable: [], editable: [] };
    expect(withAccess(none, 'title', { visible: false, editable: true, required: true }, all)).toEqual(none);
    expect(withAccess(none, 'title', { visible: true, editable: false, required: true }, all)).toEqual({
      readable: ['title'],
      editable: [],
    });
    expect(withAccess(none, 'title', { visible: true, editable: true, required: true }, all)).toEqual({
      readable: ['title'],
      editable: ['title'],
      required: ['title'],
    });
  });

  test('that is as it was leaves the permission as it was', () => {
    const before = { readable: '*', editable: ['title'] } as const;
    expect(withAccess(before, 'title', accessOf(before, 'title'), all)).toEqual(before);
  });
});

describe('notices and archive', () => {
  test('say whether they hold a component; files stand in the attachments', () => {
    const flags = (path: string, type: string) =>
      flagsOf(manifest, 'b-r01', { path, type }).map(({ kind, on }) => [kind, on]);
    expect(flags('title', 'textfield')).toEqual([
      ['notice', true],
      ['archive', true],
    ]);
    expect(flags('pledge', 'checkbox')).toEqual([
      ['notice', false],
      ['archive', false],
    ]);
    expect(flags('evidence', 'file')).toEqual([
      ['notice', false],
      ['attachment', true],
    ]);
    expect(flagsOf(manifest, 'record-decision', { path: 'remark', type: 'textarea' })).toEqual([]);
  });

  test('take a component in at the end, and out again', () => {
    const [, archive] = flagsOf(manifest, 'b-r01', { path: 'pledge', type: 'checkbox' });
    if (!archive) throw new Error('the form has an archive');
    const on = withFlag(manifest, 'b-r01', 'pledge', archive, true);
    expect(on.archive[0]?.fields.find(({ form }) => form === 'b-r01')?.components.at(-1)).toBe('pledge');
    expect(withFlag(on, 'b-r01', 'pledge', archive, false)).toEqual(manifest);
  });

  test('of a form that had none get a list, and lose it with its last component', () => {
    const bare = { ...manifest, notices: manifest.notices.map((it) => ({ ...it, fields: [] })) };
    const flag = { kind: 'notice', key: 'highlight-record' } as const;
    const on = withFlag(bare, 'b-r01', 'title', flag, true);
    expect(on.notices[0]?.fields).toEqual([{ form: 'b-r01', components: ['title'] }]);
    expect(withFlag(on, 'b-r01', 'title', flag, false)).toEqual(bare);
  });
});
