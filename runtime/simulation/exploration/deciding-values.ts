import { parse } from '../../expressions/parse.ts';
import { readTemplate } from '../../expressions/read-template.ts';
import type { Node } from '../../expressions/syntax-tree.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';

/** Values of a variable between which some condition of a process tells the difference, by variable. */
export type DecidingValues = ReadonlyMap<string, readonly unknown[]>;

/**
 * What conditions compare variables with, and for numbers the values on both sides of each bound; true and false where a
 * variable stands as a condition by itself. A value that none of them names stands for all others.
 */
export function decidingValues(graph: ProcessGraph): DecidingValues {
  const values = new Map<string, unknown[]>();
  for (const source of conditionsOf(graph))
    for (const part of readTemplate(source))
      if (part.type === 'expression')
        collect(parse(source, part.tokens), (name, found) => {
          const known = values.get(name) ?? [];
          values.set(name, [...known, ...found.filter((value) => !known.includes(value))]);
        });
  return values;
}

function conditionsOf(graph: ProcessGraph): readonly string[] {
  const completion = Object.values(graph.nodes).flatMap(
    (node) => node.multiInstance?.completionCondition ?? [],
  );
  return [...Object.values(graph.flows).flatMap(({ condition }) => condition ?? []), ...completion];
}

type Report = (variable: string, values: readonly unknown[]) => void;

function collect(node: Node, report: Report): void {
  switch (node.type) {
    case 'variable':
      report(node.name, [true, false]);
      return;
    case 'unary':
      if (node.operator === 'empty' && node.operand.type === 'variable') report(node.operand.name, ['', 'x']);
      else collect(node.operand, report);
      return;
    case 'conditional':
      for (const part of [node.test, node.then, node.otherwise]) collect(part, report);
      return;
    case 'binary':
      if (node.operator === '&&' || node.operator === '||') {
        collect(node.left, report);
        collect(node.right, report);
      } else compared(node.left, node.right, report);
      return;
    default:
  }
}

function compared(left: Node, right: Node, report: Report): void {
  const literals = [...literalsOf(left), ...literalsOf(right)];
  const values = literals.flatMap((value) =>
    typeof value === 'number' ? [value - 1, value, value + 1] : [value],
  );
  for (const name of [...variablesOf(left), ...variablesOf(right)]) report(name, values);
}

function literalsOf(node: Node): readonly unknown[] {
  if (node.type === 'literal') return [node.value];
  return partsOf(node).flatMap(literalsOf);
}

function variablesOf(node: Node): readonly string[] {
  return node.type === 'variable' ? [node.name] : partsOf(node).flatMap(variablesOf);
}

function partsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.then, node.otherwise];
    default:
      return [];
  }
}
