import { parse } from '../expressions/parse.ts';
import { readTemplate } from '../expressions/read-template.ts';
import type { Node } from '../expressions/syntax-tree.ts';

export const clauseOperators = ['==', '!=', '>=', '<=', '>', '<', 'empty', 'filled'] as const;
export type ClauseOperator = (typeof clauseOperators)[number];

/** One line of a condition: a variable, compared so, with that. `empty` and `filled` compare with nothing. */
export interface ConditionClause {
  readonly variable: string;
  readonly operator: ClauseOperator;
  readonly value: string | number | boolean | null;
}

/** A condition of a sequence flow as it is built line by line. */
export interface ConditionClauses {
  readonly join: 'and' | 'or';
  readonly clauses: readonly ConditionClause[];
}

/** The lines that a condition amounts to; undefined for one that lines cannot say. */
export function readConditionClauses(source: string): ConditionClauses | undefined {
  const node = treeOf(source);
  if (node === undefined) return undefined;
  for (const [operator, join] of joins) {
    const parts = chainOf(node, operator);
    if (parts.length < 2) continue;
    const clauses = parts.flatMap((part) => clauseOf(part) ?? []);
    return clauses.length === parts.length ? { join, clauses } : undefined;
  }
  const single = clauseOf(node);
  return single && { join: 'and', clauses: [single] };
}

/** The expression of some lines; undefined for none. */
export function writeConditionClauses({ join, clauses }: ConditionClauses): string | undefined {
  if (clauses.length === 0) return undefined;
  return `\${${clauses.map(expressionOf).join(join === 'and' ? ' && ' : ' || ')}}`;
}

const joins = [
  ['&&', 'and'],
  ['||', 'or'],
] as const;

function treeOf(source: string): Node | undefined {
  try {
    const [part, ...others] = readTemplate(source.trim());
    if (part?.type !== 'expression' || others.length > 0) return undefined;
    return parse(source, part.tokens);
  } catch {
    return undefined;
  }
}

function chainOf(node: Node, operator: '&&' | '||'): Node[] {
  if (node.type !== 'binary' || node.operator !== operator) return [node];
  return [...chainOf(node.left, operator), ...chainOf(node.right, operator)];
}

function clauseOf(node: Node): ConditionClause | undefined {
  if (node.type === 'unary') {
    if (node.operator === 'empty' && node.operand.type === 'variable')
      return { variable: node.operand.name, operator: 'empty', value: null };
    const inner = node.operator === '!' ? clauseOf(node.operand) : undefined;
    return inner?.operator === 'empty' ? { ...inner, operator: 'filled' } : undefined;
  }
  if (node.type !== 'binary' || node.left.type !== 'variable') return undefined;
  const operator = clauseOperators.find((it) => it === node.operator);
  const value = literalIn(node.right);
  if (operator === undefined || value === undefined) return undefined;
  return { variable: node.left.name, operator, value };
}

function literalIn(node: Node): string | number | boolean | null | undefined {
  if (node.type === 'literal') return node.value;
  const isNegative = node.type === 'unary' && node.operator === '-' && node.operand.type === 'literal';
  return isNegative && typeof node.operand.value === 'number' ? -node.operand.value : undefined;
}

function expressionOf({ variable, operator, value }: ConditionClause): string {
  if (operator === 'empty') return `empty ${variable}`;
  if (operator === 'filled') return `!(empty ${variable})`;
  return `${variable} ${operator} ${literalOf(value)}`;
}

function literalOf(value: ConditionClause['value']): string {
  if (typeof value !== 'string') return String(value);
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
