import { evaluate as evaluateFeel, parseExpression, parseUnaryTests, unaryTest } from 'feelin';
import type { Variables } from '../expressions/expression.ts';
import { DecisionError, type FeelFault } from './decision-error.ts';
import type { FeelTest } from './feel-test.ts';
import { DECISION_LIMITS } from './limits.ts';
import { literalTests } from './literal-tests.ts';
import { REGULAR_EXPRESSIONS } from './regular-expressions.ts';

/** A checked FEEL expression. Throws DecisionError when it cannot be evaluated. */
export type FeelExpression = (variables: Variables) => unknown;

/** Compiles an expression; throws DecisionError when it is not FEEL or may be slow. */
export function compileFeel(source: string): FeelExpression {
  checkLength(source);
  const literal = literalOf(source);
  if (literal !== undefined) return () => literal.value;
  const names = check(source, parseExpression);
  return (variables) => guarded(source, () => evaluateFeel(source, only(names, variables)).value ?? null);
}

/**
 * Compiles the unary tests of a cell ("a","b" · < 5 · [1..5] · not("x") · ? > y). A test that is not true is
 * false, also when its operands cannot be compared; a variable that is not set is null: as on Camunda 7.
 */
export function compileTests(source: string): FeelTest {
  checkLength(source);
  const simple = literalTests(source);
  if (simple !== undefined) return simple;
  const names = check(source, parseUnaryTests);
  return (value, variables) =>
    guarded(source, () => unaryTest(source, { ...only(names, variables), '?': value }).value === true);
}

/** The names that an expression reads; none when it is no FEEL. */
export function feelNames(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (literalOf(source) !== undefined || source.length > DECISION_LIMITS.feelLength) return names;
  parseExpression(source, {}, undefined).iterate({
    enter({ name, from, to, node }) {
      const called = node.parent?.name === 'FunctionInvocation' && node.parent.from === from;
      if (name === 'VariableName' && !called) names.add(source.slice(from, to));
    },
  });
  return names;
}

const NUMBER = /^-?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})$/;
const TEXT = /^"([^"\\\n]*)"$/;

/** The value of a source that is a plain literal: most output cells are. */
function literalOf(source: string): { readonly value: string | number | boolean | null } | undefined {
  const text = source.trim();
  const quoted = TEXT.exec(text)?.[1];
  if (quoted !== undefined) return { value: quoted };
  if (NUMBER.test(text)) return { value: Number(text) };
  if (text === 'true' || text === 'false') return { value: text === 'true' };
  return text === 'null' ? { value: null } : undefined;
}

/** What may make a decision slow, or different from one evaluation to the next. */
const REFUSED_NODES: ReadonlyMap<string, readonly [what: string, fault: FeelFault]> = new Map([
  ['FunctionDefinition', ['a function definition', 'function']],
  ['ForExpression', ['a loop (for)', 'loop']],
  ['QuantifiedExpression', ['a loop (some, every)', 'loop']],
]);
const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set(['now', 'today']);

function checkLength(source: string): void {
  if (source.length > DECISION_LIMITS.feelLength)
    throw new DecisionError(`it is longer than ${DECISION_LIMITS.feelLength} characters`, 'too-long');
}

/** Parses, refuses what must not run, and returns the names that may be variables. */
function check(source: string, parse: typeof parseExpression): ReadonlySet<string> {
  const names = new Set<string>();
  let filters = 0;
  parse(source, {}, undefined).iterate({
    enter(node) {
      const text = source.slice(node.from, node.to);
      if (node.type.isError)
        throw new DecisionError(`it is not FEEL near position ${node.from + 1}`, 'syntax');
      const refused = REFUSED_NODES.get(node.name);
      if (refused !== undefined)
        throw new DecisionError(
          `it holds ${refused[0]}, which is not supported; prepare the value before`,
          refused[1],
        );
      if (node.name === 'FilterExpression') filters += 1;
      if (filters > 1)
        throw new DecisionError('it filters more than one list; filter one of them before', 'filters');
      if (node.name !== 'VariableName') return;
      if (REFUSED_FUNCTIONS.has(text))
        throw new DecisionError(`${text}() depends on the clock; hand the date in as a variable`, 'clock');
      names.add(text);
    },
  });
  return names;
}

/** The library parses by the names it is given, so it is given only those that the source holds. */
function only(names: ReadonlySet<string>, variables: Variables): Record<string, unknown> {
  const seen: Record<string, unknown> = {};
  for (const name of names) if (Object.hasOwn(variables, name)) seen[name] = variables[name];
  return Object.assign(seen, REGULAR_EXPRESSIONS);
}

function guarded<T>(source: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DecisionError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DecisionError(`"${source}" cannot be evaluated: ${reason}`);
  }
}
