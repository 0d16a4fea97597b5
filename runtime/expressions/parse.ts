import { ExpressionError } from './expression-error.ts';
import { isPrototypeName, refusalOfName } from './forbidden-names.ts';
import { EXPRESSION_LIMITS } from './limits.ts';
import type { BinaryOperator, Node } from './syntax-tree.ts';
import type { Token } from './tokenize.ts';

/** Binary operators from the loosest to the tightest (EL 2.2, section 1.14). */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Builds the syntax tree of one expression body; throws ExpressionError on anything outside the subset. */
export function parse(source: string, tokens: readonly Token[]): Node {
  return new Parser(source, tokens).parse();
}

class Parser {
  readonly #source: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;
  #nodes = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  parse(): Node {
    const node = this.#conditional();
    const rest = this.#peek();
    if (rest.kind !== 'end') throw this.#unexpected(rest);
    return node;
  }

  #conditional(): Node {
    return this.#deeper(() => {
      const test = this.#binary(0);
      const at = this.#peek().position;
      if (!this.#accept('?')) return test;
      const then = this.#conditional();
      this.#expect(':');
      return this.#node({ type: 'conditional', test, then, otherwise: this.#conditional(), at });
    });
  }

  #binary(level: number): Node {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const token = this.#peek();
      const operator = token.kind === 'operator' ? operators.find((o) => o === token.value) : undefined;
      if (operator === undefined) return left;
      this.#next += 1;
      const right = this.#binary(level + 1);
      left = this.#node({ type: 'binary', operator, left, right, at: token.position });
    }
  }

  #unary(): Node {
    const token = this.#peek();
    if (
      token.kind === 'operator' &&
      (token.value === '!' || token.value === '-' || token.value === 'empty')
    ) {
      const operator = token.value;
      this.#next += 1;
      return this.#deeper(() =>
        this.#node({ type: 'unary', operator, operand: this.#unary(), at: token.position }),
      );
    }
    return this.#path();
  }

  #path(): Node {
    let node = this.#primary();
    for (;;) {
      const at = this.#peek().position;
      if (this.#accept('.')) {
        const token = this.#peek();
        if (token.kind !== 'name') throw this.#unexpected(token);
        this.#next += 1;
        const key = this.#literal(token.value, token.position);
        node = this.#property(node, key, at);
      } else if (this.#accept('[')) {
        const key = this.#conditional();
        this.#expect(']');
        node = this.#property(node, key, at);
      } else if (this.#at('(')) {
        throw new ExpressionError(
          'forbidden',
          'Methods and functions cannot be called; use operators and process variables',
          this.#source,
          at,
        );
      } else return node;
    }
  }

  #property(object: Node, key: Node, at: number): Node {
    if (key.type === 'literal' && isPrototypeName(String(key.value)))
      throw new ExpressionError(
        'forbidden',
        `The property "${key.value}" is not allowed`,
        this.#source,
        key.at,
      );
    return this.#node({ type: 'property', object, key, at });
  }

  #primary(): Node {
    const token = this.#peek();
    this.#next += 1;
    if (token.kind === 'number' || token.kind === 'string') return this.#literal(token.value, token.position);
    if (token.kind === 'name') return this.#name(token.value, token.position);
    if (token.kind === 'operator' && token.value === '(') {
      const inner = this.#conditional();
      this.#expect(')');
      return inner;
    }
    throw this.#unexpected(token);
  }

  #name(name: string, at: number): Node {
    if (name === 'true' || name === 'false') return this.#literal(name === 'true', at);
    if (name === 'null') return this.#literal(null, at);
    const refusal = refusalOfName(name);
    if (refusal !== undefined) throw new ExpressionError('forbidden', refusal, this.#source, at);
    return this.#node({ type: 'variable', name, at });
  }

  #literal(value: string | number | boolean | null, at: number): Node {
    return this.#node({ type: 'literal', value, at });
  }

  #node(node: Node): Node {
    this.#nodes += 1;
    if (this.#nodes > EXPRESSION_LIMITS.nodes)
      throw new ExpressionError('limit', `More than ${EXPRESSION_LIMITS.nodes} parts`, this.#source, node.at);
    return node;
  }

  #deeper(read: () => Node): Node {
    this.#depth += 1;
    if (this.#depth > EXPRESSION_LIMITS.depth)
      throw new ExpressionError(
        'limit',
        `Nested deeper than ${EXPRESSION_LIMITS.depth} levels`,
        this.#source,
        this.#peek().position,
      );
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', position: this.#source.length };
  }

  #at(operator: string): boolean {
    const token = this.#peek();
    return token.kind === 'operator' && token.value === operator;
  }

  #accept(operator: string): boolean {
    const found = this.#at(operator);
    if (found) this.#next += 1;
    return found;
  }

  #expect(operator: string): void {
    if (!this.#accept(operator)) throw this.#unexpected(this.#peek(), operator);
  }

  #unexpected(token: Token, expected?: string): ExpressionError {
    const found = token.kind === 'end' ? 'the end' : JSON.stringify(token.value);
    const reason =
      expected === undefined ? `Did not expect ${found}` : `Expected "${expected}" but found ${found}`;
    return new ExpressionError('syntax', reason, this.#source, token.position);
  }
}
