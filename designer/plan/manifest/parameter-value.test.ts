import { describe, expect, test } from '@jest/globals';
import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';
import { mayStand, withParameterValues } from './parameter-value.ts';

const head = { key: 'p', name: '参数', lock: { class: 'FREE' as const } };
const cap: PlanParameter = { ...head, type: 'integer', value: 5, bounds: { min: 1, max: 5 } };
const period: PlanParameter = { ...head, type: 'duration', value: 'P7D', bounds: { min: 'P7D' } };
const mode: PlanParameter = { ...head, type: 'enum', value: 'a', options: [{ value: 'a', name: '甲' }] };
const open: PlanParameter = { ...head, type: 'boolean', value: true };

describe('a value', () => {
  test.each([
    [cap, 1, true],
    [cap, 6, false],
    [cap, 2.5, false],
    [cap, null, false],
    [period, 'P1W', true],
    [period, 'P6D', false],
    [period, 'P400D', true],
    [period, 'P1Y', false],
    [mode, 'a', true],
    [mode, 'b', false],
    [open, false, true],
    [open, null, false],
  ])('%# may stand only within bounds and of its type', (parameter, value, expected) => {
    expect(mayStand(parameter, value)).toBe(expected);
  });
});

test('setting a value changes nothing else of the manifest, not even the order', () => {
  const text =
    '{"$schema":"s","parameters":[{"key":"a","value":1,"name":"x"},{"key":"b","value":2}],"roles":[]}';

  const changed = withParameterValues(text, new Map([['b', 7]]));

  expect(JSON.stringify(JSON.parse(changed))).toBe(text.replace('"value":2', '"value":7'));
});
