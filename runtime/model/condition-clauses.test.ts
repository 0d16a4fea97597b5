import { describe, expect, test } from '@jest/globals';
import { compileExpression } from '../expressions/expression.ts';
import { type ConditionClauses, readConditionClauses, writeConditionClauses } from './condition-clauses.ts';

const is = (variable: string, operator: '==' | '>=' | '<' | '!=', value: string | number | boolean) => ({
  variable,
  operator,
  value,
});

describe('conditions line by line', () => {
  test.each<[string, ConditionClauses]>([
    [`\${outcome == 'confirmed'}`, { join: 'and', clauses: [is('outcome', '==', 'confirmed')] }],
    [
      `\${outcome == 'confirmed' && hours >= 10 && hours < -1.5}`,
      {
        join: 'and',
        clauses: [is('outcome', '==', 'confirmed'), is('hours', '>=', 10), is('hours', '<', -1.5)],
      },
    ],
    [
      `\${level != 'city' || checked == true}`,
      { join: 'or', clauses: [is('level', '!=', 'city'), is('checked', '==', true)] },
    ],
    [
      `\${empty remark || !(empty proof)}`,
      {
        join: 'or',
        clauses: [
          { variable: 'remark', operator: 'empty', value: null },
          { variable: 'proof', operator: 'filled', value: null },
        ],
      },
    ],
  ])('%s is read, and written the same', (source, clauses) => {
    expect(readConditionClauses(source)).toEqual(clauses);
    expect(writeConditionClauses(clauses)).toBe(source);
    expect(() => compileExpression(source)).not.toThrow();
  });

  test('a text with quotes and backslashes keeps its meaning', () => {
    const source = writeConditionClauses({ join: 'and', clauses: [is('note', '==', "it's \\ so")] }) ?? '';
    expect(compileExpression(source).evaluate({ note: "it's \\ so" })).toBe(true);
    expect(readConditionClauses(source)?.clauses[0]?.value).toBe("it's \\ so");
  });

  test.each([
    `\${(a == 1 || b == 2) && c == 3}`,
    `\${nrOfCompletedInstances / nrOfInstances >= 0.6}`,
    `\${record.part == 'a'}`,
    `\${a ==}`,
    'confirmed',
    `x\${a == 1}`,
    '',
  ])('%p is more than lines can say', (source) => {
    expect(readConditionClauses(source)).toBeUndefined();
  });

  test('no lines are no condition', () => {
    expect(writeConditionClauses({ join: 'and', clauses: [] })).toBeUndefined();
  });
});
