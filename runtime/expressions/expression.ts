import { BoundedCache } from './bounded-cache.ts';
import { CoercionFailure, toText } from './coerce.ts';
import { evaluate, type Variables } from './evaluate.ts';
import { ExpressionError } from './expression-error.ts';
import { EXPRESSION_LIMITS } from './limits.ts';
import { parse } from './parse.ts';
import { readTemplate, type TemplatePart } from './read-template.ts';
import type { Node } from './syntax-tree.ts';

export type { Variables } from './evaluate.ts';

/** A checked `${…}` or a text with such parts; immutable, free of state, usable any number of times. */
export interface Expression {
  readonly source: string;
  /** true when the source holds no `${…}` at all: the value is then the text itself */
  readonly constant: boolean;
  /** the top-level variables that it reads, each once, in order of appearance */
  readonly variables: readonly string[];
  /** Throws ExpressionError and nothing else. */
  evaluate(variables: Variables): unknown;
}

const cache = new BoundedCache<Expression>(EXPRESSION_LIMITS.cacheEntries);

/**
 * Compiles a source that is one `${…}` as a whole and keeps the type of its result.
 * Throws ExpressionError with the position of the mistake.
 */
export function compileExpression(source: string): Expression {
  const expression = compileTemplate(source.trim());
  if (expression.constant || !isSingle(source.trim()))
    throw new ExpressionError(
      'syntax',
      `An expression is written as \${…}, with nothing around it`,
      source,
      0,
    );
  return expression;
}

/**
 * Compiles mixed text. "${a}" alone keeps the type of a; "text ${a}" is text, in which null is "".
 * Text without `${…}` stands for itself.
 */
export function compileTemplate(source: string): Expression {
  return cache.get(source, () => build(source));
}

/** Compiles (or takes from the cache) and evaluates mixed text in one call. */
export function evaluateTemplate(source: string, variables: Variables): unknown {
  return compileTemplate(source).evaluate(variables);
}

function build(source: string): Expression {
  const parts = readTemplate(source).map((part) => compilePart(source, part));
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && typeof first !== 'string')
    return expressionOf(source, [first], (variables) => evaluate(source, first, variables));
  const nodes = parts.filter((part) => typeof part !== 'string');
  return expressionOf(source, nodes, (variables) => joinText(source, parts, variables));
}

function compilePart(source: string, part: TemplatePart): string | Node {
  return part.type === 'text' ? part.text : parse(source, part.tokens);
}

function expressionOf(
  source: string,
  nodes: readonly Node[],
  run: (variables: Variables) => unknown,
): Expression {
  const names = new Set<string>();
  for (const node of nodes) collectVariables(node, names);
  return { source, constant: nodes.length === 0, variables: [...names], evaluate: run };
}

function joinText(source: string, parts: readonly (string | Node)[], variables: Variables): string {
  let text = '';
  for (const part of parts) {
    text += typeof part === 'string' ? part : textOf(source, part, variables);
    if (text.length > EXPRESSION_LIMITS.textLength)
      throw new ExpressionError('budget', 'The resulting text is too long', source, 0);
  }
  return text;
}

function textOf(source: string, node: Node, variables: Variables): string {
  const value = evaluate(source, node, variables);
  try {
    return toText(value);
  } catch (error) {
    if (error instanceof CoercionFailure) throw new ExpressionError('type', error.message, source, node.at);
    throw error;
  }
}

function isSingle(source: string): boolean {
  const parts = readTemplate(source);
  return parts.length === 1 && parts[0]?.type === 'expression';
}

function collectVariables(node: Node, names: Set<string>): void {
  switch (node.type) {
    case 'literal':
      return;
    case 'variable':
      names.add(node.name);
      return;
    case 'property':
      collectVariables(node.object, names);
      collectVariables(node.key, names);
      return;
    case 'unary':
      collectVariables(node.operand, names);
      return;
    case 'binary':
      collectVariables(node.left, names);
      collectVariables(node.right, names);
      return;
    case 'conditional':
      collectVariables(node.test, names);
      collectVariables(node.then, names);
      collectVariables(node.otherwise, names);
  }
}
