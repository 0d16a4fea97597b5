import { readDecisions } from '@oneplan/runtime/decisions/read-decisions.ts';
import {
  childOf,
  childrenOf,
  idOf,
  type ModdleElement,
  textOf,
} from '@oneplan/runtime/model/moddle-element.ts';
import { columnId } from '@oneplan/runtime/plan/elements/decision-elements.ts';

export interface TableColumn {
  readonly id: string;
  /** As people call it. */
  readonly label: string;
  /** The FEEL that an input reads; the name of an output. */
  readonly source: string;
  readonly type: string | undefined;
}

export interface TableRow {
  readonly id: string;
  readonly description: string | undefined;
  /** Texts of the cells, in the order of the columns; "-" asks nothing. */
  readonly tests: readonly string[];
  readonly results: readonly string[];
}

/** A decision as it is shown: a table, or one expression. */
export interface ShownDecision {
  readonly key: string;
  readonly name: string;
  readonly hitPolicy: string;
  readonly aggregation: string | undefined;
  readonly inputs: readonly TableColumn[];
  readonly outputs: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** of a decision that is no table */
  readonly expression: string | undefined;
}

/** The decisions of a DMN file, the listed one first; empty when the file cannot be read. */
export async function readTables(xml: string, key: string): Promise<readonly ShownDecision[]> {
  const { decisions } = await readDecisions(xml);
  return decisions.map(shown).sort((a, b) => Number(b.key === key) - Number(a.key === key));
}

function shown(decision: ModdleElement): ShownDecision {
  const logic = childOf(decision, 'decisionLogic');
  const list = (name: string) => (logic?.$type === 'dmn:DecisionTable' ? childrenOf(logic, name) : []);
  const inputs = list('input').map((it, order) => {
    const expression = childOf(it, 'inputExpression');
    const source = (expression && textOf(expression, 'text')) ?? '';
    const type = expression && textOf(expression, 'typeRef');
    return { id: columnId(it, 'input', order), label: textOf(it, 'label') ?? source, source, type };
  });
  const outputs = list('output').map((it, order) => {
    const source = textOf(it, 'name') ?? '';
    const label = textOf(it, 'label') ?? source;
    return { id: columnId(it, 'output', order), label, source, type: textOf(it, 'typeRef') };
  });
  const cells = (rule: ModdleElement, name: string) =>
    childrenOf(rule, name).map((it) => textOf(it, 'text') ?? '-');
  return {
    key: idOf(decision),
    name: textOf(decision, 'name') ?? idOf(decision),
    hitPolicy: (logic && textOf(logic, 'hitPolicy')) ?? 'UNIQUE',
    aggregation: logic && textOf(logic, 'aggregation'),
    inputs,
    outputs,
    rows: list('rule').map((rule, order) => ({
      id: columnId(rule, 'rule', order),
      description: textOf(rule, 'description'),
      tests: cells(rule, 'inputEntry'),
      results: cells(rule, 'outputEntry'),
    })),
    expression: logic?.$type === 'dmn:LiteralExpression' ? textOf(logic, 'text') : undefined,
  };
}
