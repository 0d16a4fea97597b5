import { describe, expect, test } from '@jest/globals';
import { compileExpression, compileTemplate, evaluateTemplate } from './expression.ts';
import { ExpressionError } from './expression-error.ts';

/** Wraps a body in the brackets that mark an expression. */
const ex = (body: string) => `$${'{'}${body}}`;
const evaluate = (body: string, variables: Record<string, unknown> = {}) =>
  compileExpression(ex(body)).evaluate(variables);

function failure(run: () => unknown): ExpressionError {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error('expected an ExpressionError');
}

describe('values and operators', () => {
  const variables = {
    days: 3,
    outcome: 'returned',
    empty_text: '',
    nothing: null,
    list: ['a', { n: 2 }],
    record: { title: '足球', part: { code: 'B-R01', 'odd key': 7 } },
    学段: '初中',
    flag: true,
  };

  test.each<[string, unknown]>([
    ['1', 1],
    ['1.5e1', 15],
    ["'it\\'s'", "it's"],
    ['"双引号"', '双引号'],
    ['null', null],
    ['days', 3],
    ['学段', '初中'],
    ['record.part.code', 'B-R01'],
    ["record['part']['odd key']", 7],
    ['list[1].n', 2],
    ["list['0']", 'a'],
    ['list[9]', null],
    ['record.missing.deeper', null],
    ['nothing.anything', null],
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-days', -3],
    ['7 / 2', 3.5],
    ['7 div 2', 3.5],
    ['-7 % 4', -3],
    ['7 mod 4', 3],
    ["'2' + 3", 5],
    ['null + 1', 1],
    ['null + null', 0],
    ["'' * 4", 0],
    ['days > 2 && outcome == "returned"', true],
    ['days gt 2 and outcome eq "returned"', true],
    ['days lt 2 or not flag', false],
    ['days le 3', true],
    ['days ge 4', false],
    ['days ne 3', false],
    ['!flag', false],
    ['flag ? "yes" : "no"', 'yes'],
    ['days == 1 ? "a" : days == 3 ? "b" : "c"', 'b'],
    ['empty nothing', true],
    ['empty empty_text', true],
    ['not empty list', true],
    ['empty record.missing', true],
  ])('%s is %p', (body, expected) => {
    expect(evaluate(body, variables)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['null == null', true],
    ["null == ''", false],
    ['null == 0', false],
    ["'' == 0", true],
    ["'3' == 3", true],
    ["'true' == true", true],
    ["'no' == false", true],
    ['null < 1', false],
    ['null >= 1', false],
    ['null <= null', true],
    ["'10' < '9'", true],
    ["'10' < 9", false],
    ['true && "TRUE"', true],
    ['null && true', false],
    ['a == b', true],
    ['a == c', false],
  ])('converts like JUEL: %s is %p', (body, expected) => {
    expect(evaluate(body, { a: [1, { x: 1 }], b: [1, { x: 1 }], c: [1, { x: 2 }] })).toBe(expected);
  });

  test('evaluates only the chosen side of a condition', () => {
    expect(evaluate('true || missing', {})).toBe(true);
    expect(evaluate('false ? missing : 1', {})).toBe(1);
  });

  test.each([
    ["'abc' + 1"],
    ["'abc' == 1"],
    ['true + 1'],
    ['1 && true'],
    ['list < 1'],
    ['list.length'],
    ["'text'.length"],
    ['1 / 0'],
    ['1 % 0'],
    ['9007199254740991 + 2'],
  ])('refuses what JUEL cannot convert: %s', (body) => {
    expect(failure(() => evaluate(body, { list: [1] })).code).toBe('type');
  });
});

describe('unknown variables', () => {
  test('names the variable that is not set', () => {
    const error = failure(() => evaluate('outcom == "returned"', { outcome: 'returned' }));
    expect(error.code).toBe('unknown-variable');
    expect(error.message).toContain("'outcom'");
    expect(error.position).toBe(2);
  });

  test('a variable that is set to null is known', () => {
    expect(evaluate('remark == null', { remark: null })).toBe(true);
  });

  test('lists the variables that an expression reads', () => {
    expect(compileTemplate(`a ${ex('x.y + z[x]')} ${ex('w ? 1 : z')}`).variables).toEqual(['x', 'z', 'w']);
  });
});

describe('syntax', () => {
  test.each<[string, number]>([
    [ex(''), 2],
    [ex('a +'), 5],
    [ex('a b'), 4],
    [ex('(a'), 4],
    [ex('a ? b'), 7],
    [ex('a ; b'), 4],
    [ex("'open"), 2],
    [ex("'\\n'"), 4],
    [ex('a.'), 4],
    [ex('a = b'), 4],
    [ex('99999999999999999999'), 2],
    ['a', 0],
    [`x ${ex('a')}`, 0],
  ])('refuses %s and says where', (source, position) => {
    expect(failure(() => compileExpression(source)).position).toBe(position);
  });

  test.each([
    ['method call', 'list.size()'],
    ['function call', 'now()'],
    ['method of a bean', "execution.getVariable('a')"],
    ['Java API object', 'execution.businessKey'],
    ['instanceof', 'instanceof'],
    ['prototype by name', 'a.__proto__'],
    ['prototype by key', "a['constructor']"],
    ['prototype at the top', 'constructor'],
  ])('refuses a %s', (_, body) => {
    expect(failure(() => compileExpression(ex(body))).code).toBe('forbidden');
  });

  test('refuses what is too long, too deep or too large', () => {
    const sources = [
      `${'('.repeat(80)}1${')'.repeat(80)}`,
      `${'!'.repeat(80)}true`,
      `1${'+1'.repeat(1_200)}`,
    ];
    for (const source of [...sources, `'${'x'.repeat(5_000)}'`])
      expect(failure(() => compileExpression(ex(source))).code).toBe('limit');
  });
});

describe('templates', () => {
  test('a single expression keeps its type', () => {
    expect(evaluateTemplate(ex('n'), { n: 5 })).toBe(5);
    expect(evaluateTemplate(ex('list'), { list: [1] })).toEqual([1]);
  });

  test('mixed text joins, null is empty text', () => {
    expect(
      evaluateTemplate(`记录 ${ex('title')}（${ex('remark')}）${ex('n + 1')}`, {
        title: '足球',
        remark: null,
        n: 1,
      }),
    ).toBe('记录 足球（）2');
  });

  test('plain text stands for itself', () => {
    expect(evaluateTemplate('class-teacher', {})).toBe('class-teacher');
    expect(compileTemplate('class-teacher').constant).toBe(true);
  });

  test('a backslash keeps the brackets as text', () => {
    expect(evaluateTemplate(`\\${ex('a')} \\n`, {})).toBe(`${ex('a')} \\n`);
  });

  test('refuses a list in text and mixed brackets', () => {
    expect(failure(() => evaluateTemplate(`x ${ex('l')}`, { l: [] })).code).toBe('type');
    expect(failure(() => compileTemplate(`${ex('a')}#{b}`)).code).toBe('syntax');
  });

  test('a closing brace inside a string does not end the expression', () => {
    expect(evaluate('\'}\' == "}"')).toBe(true);
  });
});
