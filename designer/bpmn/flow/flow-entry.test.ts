import { describe, expect, test } from '@jest/globals';
import { accessForAll, accessTo, commonAccess, withAccess } from './field-access.ts';
import { declaring, type FlowEntry, freshStep, mergedEntry, withoutElement, withStep } from './flow-entry.ts';

const entry: FlowEntry = {
  steps: [freshStep('review')],
  variables: [
    { name: 'outcome', source: { from: 'step', element: 'review', component: 'outcome' } },
    { name: 'initiator', source: { from: 'initiator' } },
  ],
};

describe('what the manifest says of a flow', () => {
  test('a value that the flow knows keeps its name, a new one gets a name that is free', () => {
    expect(declaring(entry, { from: 'initiator' }, 'x')).toEqual({ entry, name: 'initiator' });
    const own = declaring(entry, { from: 'step', element: 'own', component: 'outcome' }, 'outcome');
    expect(own.name).toBe('outcome2');
    expect(own.entry.variables).toHaveLength(3);
    expect(declaring(entry, { from: 'members', role: 'class-teacher' }, 'class-teacher-members').name).toBe(
      'classTeacherMembers',
    );
  });

  test('with an element go its step and the values that came from it', () => {
    expect(withoutElement(entry, 'review')).toEqual({
      steps: [],
      variables: [{ name: 'initiator', source: { from: 'initiator' } }],
    });
    expect(withoutElement(entry, 'other')).toBe(entry);
  });

  test('what others have set meanwhile stays beside one’s own change', () => {
    const mine = withStep(entry, freshStep('mine'));
    const theirs = withStep(withStep(entry, freshStep('theirs')), {
      ...freshStep('review'),
      record: { readable: [], editable: [] },
    });
    const merged = mergedEntry(entry, mine, theirs);
    expect(merged.steps.map(({ element }) => element)).toEqual(['review', 'theirs', 'mine']);
    expect(merged.steps[0]?.record.readable).toEqual([]);
    expect(
      mergedEntry(entry, withoutElement(entry, 'review'), theirs).steps.map(({ element }) => element),
    ).toEqual(['theirs']);
  });
});

describe('what may be done with fields at a step', () => {
  const paths = ['title', 'hours', 'remark'];

  test('one field set apart leaves the others as they were', () => {
    const access = withAccess(accessForAll('edit'), paths, 'hours', 'read');
    expect(access).toEqual({ readable: '*', editable: ['title', 'remark'] });
    expect(paths.map((path) => accessTo(access, path))).toEqual(['edit', 'read', 'edit']);
    expect(commonAccess(access)).toBeUndefined();
  });

  test('a field that is hidden is named by no list', () => {
    expect(withAccess(accessForAll('read'), paths, 'remark', 'hidden')).toEqual({
      readable: ['title', 'hours'],
      editable: [],
    });
  });

  test.each(['hidden', 'read', 'edit'] as const)('all %s is one word', (level) => {
    expect(commonAccess(accessForAll(level))).toBe(level);
    const alike = paths.reduce(
      (access, path) => withAccess(access, paths, path, level),
      accessForAll('read'),
    );
    expect(alike).toEqual(accessForAll(level));
  });
});
