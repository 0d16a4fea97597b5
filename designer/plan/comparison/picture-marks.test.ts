import { describe, expect, test } from '@jest/globals';
import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import { componentMarks, diagramMarks } from './picture-marks.ts';

const change = (
  change: PlanChange['change'],
  element: string,
  kind: PlanChange['kind'] = 'component',
): PlanChange => ({ change, element, kind, name: element }) as PlanChange;

describe('marks of two flows side by side', () => {
  test('what goes is marked in the base, what comes in the layer’s, what changes in both', () => {
    const marks = diagramMarks('flow', [
      change('added', 'process:flow/extra'),
      change('added', 'step:flow/extra'),
      change('removed', 'process:flow/notify'),
      change('changed', 'process:flow/review'),
      change('changed', 'process:other/review'),
    ]);
    expect(marks.base).toEqual({ removed: ['notify'], changed: ['review'] });
    expect(marks.mine).toEqual({ fresh: ['extra'], changed: ['review'] });
  });

  test('a step whose fields may be seen by others counts as changed', () => {
    expect(diagramMarks('flow', [change('changed', 'step:flow/review')]).mine.changed).toEqual(['review']);
  });
});

describe('marks of two forms side by side', () => {
  test('the strongest mark of a component counts, and an option marks its component', () => {
    const { base, mine } = componentMarks('record', [
      change('moved', 'form:record/title'),
      change('changed', 'form:record/title'),
      change('added', 'form:record/venue'),
      change('removed', 'form:record/place.name'),
      change('added', 'form:record/kind#else', 'option'),
      change('added', 'form:summary/text'),
    ]);
    expect([...base]).toEqual([
      ['title', 'changed'],
      ['place.name', 'removed'],
      ['kind', 'changed'],
    ]);
    expect([...mine]).toEqual([
      ['title', 'changed'],
      ['venue', 'added'],
      ['kind', 'changed'],
    ]);
  });
});
