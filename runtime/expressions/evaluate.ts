import { CoercionFailure, finite, isEmpty, toBoolean, toNumber } from './coerce.ts';
import { equals, order } from './compare.ts';
import { ExpressionError } from './expression-error.ts';
import { EXPRESSION_LIMITS } from './limits.ts';
import { known, readProperty } from './read-property.ts';
import type { BinaryOperator, Node } from './syntax-tree.ts';

/** What an expression may see: the process variables by name, as JSON holds them. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * Evaluates a syntax tree once. Values read from variables are never read as expressions again.
 * Throws ExpressionError and nothing else.
 */
export function evaluate(source: string, node: Node, variables: Variables): unknown {
  return new Evaluation(source, variables).value(node);
}

class Evaluation {
  readonly #source: string;
  readonly #variables: Variables;
  #spent = 0;
  #at = 0;

  constructor(source: string, variables: Variables) {
    this.#source = source;
    this.#variables = variables;
  }

  value(node: Node): unknown {
    this.#at = node.at;
    this.#spend();
    switch (node.type) {
      case 'literal':
        return node.value;
      case 'variable':
        return this.#variable(node.name, node.at);
      case 'property': {
        const object = this.value(node.object);
        const key = this.value(node.key);
        return this.#guard(node.at, () => readProperty(object, key));
      }
      case 'unary': {
        const operand = this.value(node.operand);
        return this.#guard(node.at, () => {
          if (node.operator === 'empty') return isEmpty(operand);
          return node.operator === '!' ? !toBoolean(operand) : finite(-toNumber(operand));
        });
      }
      case 'binary':
        return this.#binary(node.operator, node.left, node.right, node.at);
      case 'conditional':
        return this.#boolean(node.test) ? this.value(node.then) : this.value(node.otherwise);
    }
  }

  #variable(name: string, at: number): unknown {
    const descriptor = Object.getOwnPropertyDescriptor(this.#variables, name);
    if (descriptor === undefined || !('value' in descriptor))
      throw new ExpressionError(
        'unknown-variable',
        `Unknown property used in expression: cannot resolve identifier '${name}'; no variable of that name is set`,
        this.#source,
        at,
      );
    return this.#guard(at, () => known(descriptor.value));
  }

  #binary(operator: BinaryOperator, leftNode: Node, rightNode: Node, at: number): unknown {
    if (operator === '&&') return this.#boolean(leftNode) && this.#boolean(rightNode);
    if (operator === '||') return this.#boolean(leftNode) || this.#boolean(rightNode);
    const left = this.value(leftNode);
    const right = this.value(rightNode);
    return this.#guard(at, () => this.#apply(operator, left, right));
  }

  #apply(operator: Exclude<BinaryOperator, '&&' | '||'>, left: unknown, right: unknown): unknown {
    switch (operator) {
      case '==':
        return equals(left, right, () => this.#spend());
      case '!=':
        return !equals(left, right, () => this.#spend());
      case '<':
        return (order(left, right) ?? 0) < 0;
      case '>':
        return (order(left, right) ?? 0) > 0;
      case '<=':
        return (order(left, right) ?? 1) <= 0;
      case '>=':
        return (order(left, right) ?? -1) >= 0;
      case '+':
        return finite(toNumber(left) + toNumber(right));
      case '-':
        return finite(toNumber(left) - toNumber(right));
      case '*':
        return finite(toNumber(left) * toNumber(right));
      case '/':
        return left === null && right === null ? 0 : finite(toNumber(left) / toNumber(right));
      case '%':
        return left === null && right === null ? 0 : finite(toNumber(left) % toNumber(right));
    }
  }

  #boolean(node: Node): boolean {
    const value = this.value(node);
    return this.#guard(node.at, () => toBoolean(value));
  }

  #guard<T>(at: number, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof CoercionFailure)
        throw new ExpressionError('type', error.message, this.#source, at);
      throw error;
    }
  }

  #spend(): void {
    this.#spent += 1;
    if (this.#spent > EXPRESSION_LIMITS.budget)
      throw new ExpressionError('budget', 'The evaluation takes too long', this.#source, this.#at);
  }
}
