import { describe, expect, test } from '@jest/globals';
import { parameter } from '@oneplan/runtime/plan/parameter.ts';
import { freeParameterKey, freshParameter, parameterTypes, retyped } from './retyped-parameter.ts';

const fresh = freshParameter('parameter1', '公示期');

describe('a parameter that is defined', () => {
  test.each(parameterTypes)('is one that the plan takes when it becomes a %s', (type) => {
    const described = { ...fresh, description: '不少于五天' };
    const next = retyped(described, type, '选项一');
    expect(parameter.parse(next)).toEqual(next);
    expect(next).toMatchObject({ type, key: 'parameter1', name: '公示期', description: '不少于五天' });
  });

  test('keeps its value when its type stays', () => {
    const seven = { ...fresh, value: 'P7D' } as typeof fresh;
    expect(retyped(seven, 'duration', '')).toBe(seven);
  });

  test('gets a key that expressions can name and nothing else has', () => {
    expect(freeParameterKey([])).toBe('parameter1');
    expect(freeParameterKey([freshParameter('parameter2', '')])).toBe('parameter3');
  });
});
