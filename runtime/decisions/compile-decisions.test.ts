import { describe, expect, test } from '@jest/globals';
import { compileDecisions } from './compile-decisions.ts';
import { decisionOf, dmnText, tableText } from './fixtures/dmn-text.ts';

describe('a cell of tests', () => {
  // value, test, type of the input, whether it passes: each row was checked on Operaton 1.0.3
  test.each([
    ['b', '"a","b"', 'string', true],
    ['b', 'not("a")', 'string', true],
    [null, 'not("a")', 'string', true],
    [null, '< 5', 'integer', false],
    ['5', '5', 'integer', true],
    [3, '[1..5]', 'double', true],
    [5, ']1..5[', 'double', false],
    [5, '(1..5]', 'integer', true],
    [11, '< 5, > 10', 'integer', true],
    [3, 'not(1,2)', 'integer', true],
    [3, '> y', 'integer', true],
    [3, '> unset', 'integer', false],
    [3, 'cellInput > 2', 'integer', true],
    [3, '? > 2', 'integer', true],
    ['abc', 'contains(?, "b")', 'string', true],
    ['abc', 'string length(x) > 2', 'string', true],
    ['abc', 'matches(?, "[a-z]+")', 'string', true],
    ['abc', 'matches(?, "^[A-C]+$", "i")', 'string', true],
    ['a', 'list contains(["a","b"], ?)', 'string', true],
    [5, '"5"', 'string', true],
    [5, '"5"', undefined, false],
    [null, 'null', 'string', true],
    ['true', 'true', 'boolean', true],
    [3, 'true', undefined, false],
    [3, '1+2', 'integer', true],
    [-3, '-3', 'integer', true],
    [-3, '-', 'integer', true],
    [3, '', 'integer', true],
    ['c', '> "b"', 'string', true],
    [5, 'if y > 1 then 5 else 6', 'integer', true],
    [1, 'unknown(3)', undefined, false],
    ['2026-01-01T00:00:00', '> date and time("2025-01-01T00:00:00")', 'date', true],
    [null, '> date and time("2025-01-01T00:00:00")', 'date', false],
  ])('%j at %s as %s: %s', async (x, cell, type, passes) => {
    const decision = await decisionOf(
      tableText('q', [['x', type]], [['o', 'string']], [[cell, '"yes"']]),
      'q',
    );
    expect(decision.evaluate({ x, y: 2 })).toEqual(passes ? [{ o: 'yes' }] : []);
  });

  test.each([
    [5.5, 'integer'],
    ['a', 'integer'],
    ['perhaps', 'boolean'],
    ['2026-01-01', 'date'],
    [[1], 'string'],
  ])('%j is refused as %s', async (x, type) => {
    const decision = await decisionOf(
      tableText('q', [['x', type]], [['o', 'string']], [['1', '"yes"']]),
      'q',
    );
    expect(() => decision.evaluate({ x })).toThrow(/is not of type/);
  });
});

describe('outputs', () => {
  test('are converted to their types; an empty cell gives none', async () => {
    const outputs = [
      ['a', 'integer'],
      ['b', 'double'],
      ['c', 'string'],
      ['d', 'boolean'],
      ['e', undefined],
      ['f', 'date'],
      ['g', undefined],
      ['h', 'integer'],
    ] as const;
    const row = [
      '',
      'x * 2',
      '"1.5"',
      '5',
      '"true"',
      '{a: [1, date("2026-01-01")]}',
      '"2026-01-01T08:00:00"',
      '',
      'unset',
    ];
    const decision = await decisionOf(tableText('q', [['x', 'integer']], outputs, [row]), 'q');
    expect(decision.evaluate({ x: 1 })).toEqual([
      { a: 2, b: 1.5, c: '5', d: true, e: { a: [1, '2026-01-01'] }, f: '2026-01-01T08:00:00', h: null },
    ]);
  });

  test('a fraction is no integer', async () => {
    const decision = await decisionOf(tableText('q', [], [['a', 'integer']], [['5.5']]), 'q');
    expect(() => decision.evaluate({})).toThrow('The value 5.5 of the output "a" is not of type integer');
  });
});

describe('hit policies', () => {
  const rules = [
    ['> 0', '10'],
    ['> 1', '20'],
  ];
  test.each([
    ['UNIQUE', undefined, 0, []],
    ['UNIQUE', undefined, 1, [10]],
    ['FIRST', undefined, 2, [10]],
    ['ANY', undefined, 1, [10]],
    ['COLLECT', undefined, 2, [10, 20]],
    ['RULE ORDER', undefined, 2, [10, 20]],
    ['COLLECT', 'SUM', 2, [30]],
    ['COLLECT', 'MIN', 2, [10]],
    ['COLLECT', 'MAX', 2, [20]],
    ['COLLECT', 'COUNT', 2, [2]],
    ['COLLECT', 'COUNT', 0, [0]],
    ['COLLECT', 'SUM', 0, []],
  ])('%s %s with %d rules that match', async (policy, aggregation, x, expected) => {
    const xml = tableText('q', [['x', 'integer']], [['o', 'integer']], rules, { policy, aggregation });
    expect((await decisionOf(xml, 'q')).evaluate({ x }).map(({ o }) => o)).toEqual(expected);
  });

  test.each([['UNIQUE'], ['ANY']])('%s refuses two rules with different outputs', async (policy) => {
    const xml = tableText('q', [['x', 'integer']], [['o', 'integer']], rules, { policy });
    const decision = await decisionOf(xml, 'q');
    expect(() => decision.evaluate({ x: 2 })).toThrow(policy);
  });

  test.each([
    ['PRIORITY', [20]],
    ['OUTPUT ORDER', [20, 10]],
  ])('%s follows the order of the output values', async (policy, expected) => {
    const xml = tableText('q', [['x', 'integer']], [['o', 'integer']], rules, { policy, values: '20,10' });
    expect((await decisionOf(xml, 'q')).evaluate({ x: 2 }).map(({ o }) => o)).toEqual(expected);
  });
});

describe('required decisions', () => {
  const base = (policy: string) =>
    tableText(
      'b',
      [['x', 'integer']],
      [['m', 'integer']],
      [
        ['> 0', '1'],
        ['> 1', '2'],
      ],
      { policy },
    );
  const top = tableText('q', [['m', undefined]], [['a', undefined]], [['', 'm']], { requires: ['b'] });

  test.each([
    ['UNIQUE', 1, 1],
    ['COLLECT', 1, [1]],
    ['RULE ORDER', 2, [1, 2]],
    ['COLLECT', 0, null],
  ])('after %s with x = %d the result is %j', async (policy, x, expected) => {
    const decision = await decisionOf(base(policy) + top, 'q');
    expect(decision.evaluate({ x })).toEqual([{ a: expected }]);
  });

  test('a literal expression gives its variable', async () => {
    const literal =
      '<decision id="b" name="b"><variable id="v" name="m" typeRef="integer"/><literalExpression id="l"><text>x + 1</text></literalExpression></decision>';
    expect((await decisionOf(literal, 'b')).evaluate({ x: 2 })).toEqual([{ m: 3 }]);
    expect((await decisionOf(literal + top, 'q')).evaluate({ x: 2 })).toEqual([{ a: 3 }]);
  });

  test('a circle and a missing one are refused', async () => {
    const circle = tableText('b', [], [['m', 'integer']], [['1']], { requires: ['q'] }) + top;
    expect((await compileDecisions(dmnText(circle))).findings[0]?.message).toContain('break the circle');
    expect((await compileDecisions(dmnText(top))).findings[0]?.message).toContain(
      '"b", which is not in this file',
    );
  });
});

describe('refused at publish', () => {
  const cell = (text: string) =>
    dmnText(tableText('q', [['x', undefined]], [['o', undefined]], [[text, '1']]));
  test.each([
    ['"c', 'it is not FEEL near position 1'],
    ['1 +', 'it is not FEEL'],
    ['for i in 1..1000000000 return i', 'a loop (for)'],
    ['some i in x satisfies i > 1', 'a loop (some, every)'],
    ['(function(a) a)(?)', 'a function definition'],
    ['? < now()', 'now() depends on the clock'],
  ])('the cell %s', async (text, reason) => {
    const { findings, decisions } = await compileDecisions(cell(text));
    expect(decisions).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'expression-invalid',
        elementId: 'q-0-0',
        line: 2,
        message: expect.stringContaining(reason),
      }),
    ]);
  });

  test('a cell that is too long', async () => {
    const { findings } = await compileDecisions(cell(`"${'a'.repeat(3_000)}"`));
    expect(findings[0]?.message).toContain('longer than 2000 characters');
  });

  test.each([
    ['no XML', 'hello', 'xml-malformed'],
    ['a DOCTYPE', '<!DOCTYPE x><definitions/>', 'xml-doctype'],
    [
      'another version of DMN',
      '<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd"/>',
      'bpmn-read',
    ],
    ['a file without decisions', dmnText(''), 'bpmn-read'],
    ['an unknown element', dmnText('<decision id="q" name="q"><nonsense/></decision>'), 'bpmn-read'],
    ['a decision without logic', dmnText('<decision id="q" name="q"/>'), 'unsupported-element'],
    [
      'a script',
      cell('1')
        .replace('<text>1<', '<text>1<')
        .replace('<inputEntry id="q-0-0">', '<inputEntry id="q-0-0" expressionLanguage="javascript">'),
      'unsupported-attribute',
    ],
    ['an unknown hit policy', cell('1').replace('hitPolicy="UNIQUE"', 'hitPolicy="BEST"'), 'value-invalid'],
    [
      'two outputs of which one has no name',
      dmnText(
        tableText(
          'q',
          [],
          [
            ['', undefined],
            ['b', undefined],
          ],
          [['1', '2']],
        ),
      ),
      'value-missing',
    ],
    [
      'an aggregation without COLLECT',
      cell('1').replace('hitPolicy="UNIQUE"', 'hitPolicy="UNIQUE" aggregation="SUM"'),
      'value-invalid',
    ],
    ['priorities without an order', cell('1').replace('UNIQUE', 'PRIORITY'), 'value-missing'],
  ])('%s', async (_, xml, rule) => {
    const { findings, decisions } = await compileDecisions(xml);
    expect(decisions).toEqual([]);
    expect(findings.map((finding) => finding.rule)).toContain(rule);
  });

  test('a regular expression that backtracks elsewhere takes no time', async () => {
    const decision = await decisionOf(
      tableText('q', [['x', undefined]], [['o', undefined]], [['matches(?, "^(a+)+$")', '1']]),
      'q',
    );
    expect(decision.evaluate({ x: `${'a'.repeat(50_000)}b` })).toEqual([]);
  });
});
