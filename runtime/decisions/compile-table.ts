import { childOf, childrenOf, idOf, type ModdleElement, owningId, textOf } from '../model/moddle-element.ts';
import type { Report } from '../model/report.ts';
import { DecisionError } from './decision-error.ts';
import {
  AGGREGATORS,
  type DecisionTable,
  HIT_POLICIES,
  type TableInput,
  type TableOutput,
  type TableRule,
} from './decision-table.ts';
import { compileFeel, compileTests, type FeelExpression } from './feel.ts';
import { DECISION_LIMITS } from './limits.ts';
import { checkLanguage } from './read-decisions.ts';

/** Compiles a <decisionTable>; undefined when something in it is refused. */
export function compileTable(element: ModdleElement, report: Report): DecisionTable | undefined {
  const before = report.findings.length;
  const elementId = owningId(element);
  const hitPolicy = HIT_POLICIES.find((name) => name === (textOf(element, 'hitPolicy') ?? 'UNIQUE'));
  const aggregation = textOf(element, 'aggregation');
  const aggregator = AGGREGATORS.find((name) => name === aggregation);
  const inputs = childrenOf(element, 'input').map((input) => inputOf(input, report));
  const outputs = childrenOf(element, 'output').map((output) => outputOf(output, report));
  const rules = childrenOf(element, 'rule');
  if (hitPolicy === undefined)
    invalid(report, elementId, 'hitPolicy', textOf(element, 'hitPolicy') ?? '', HIT_POLICIES.join(', '));
  if (aggregation !== undefined && (aggregator === undefined || hitPolicy !== 'COLLECT'))
    invalid(report, elementId, 'aggregation', aggregation, 'it with the hit policy COLLECT only');
  if (aggregator !== undefined && outputs.length > 1)
    invalid(report, elementId, 'aggregation', aggregator, 'it with one output only');
  if (rules.length * (inputs.length + outputs.length) > DECISION_LIMITS.cells)
    invalid(report, elementId, 'rules', String(rules.length), `at most ${DECISION_LIMITS.cells} cells`);
  checkOutputs(elementId, outputs, hitPolicy, report);
  const columns = [inputs.map(({ label }) => label), outputs.map(({ name }) => name)] as const;
  const compiled = rules.map((rule, at) => ruleOf(rule, at + 1, columns, report));
  if (hitPolicy === undefined || report.findings.length > before) return undefined;
  return { inputs, outputs, rules: compiled, hitPolicy, ...(aggregator !== undefined && { aggregator }) };
}

function checkOutputs(
  elementId: string,
  outputs: readonly TableOutput[],
  hitPolicy: string | undefined,
  report: Report,
): void {
  const names = outputs.map(({ name }) => name);
  if (outputs.length === 0) missing(report, elementId, 'output');
  if (outputs.length > 1 && names.includes('')) missing(report, elementId, 'name of each output');
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice) invalid(report, elementId, 'output', twice, 'each name once');
  if (
    (hitPolicy === 'PRIORITY' || hitPolicy === 'OUTPUT ORDER') &&
    outputs.every(({ values }) => values.length === 0)
  )
    missing(report, elementId, 'outputValues (the order of priority)');
}

function inputOf(input: ModdleElement, report: Report): TableInput {
  const expression = childOf(input, 'inputExpression');
  const text = expression && textOf(expression, 'text');
  const label = textOf(input, 'label') ?? text ?? idOf(input);
  const type = expression === undefined ? undefined : textOf(expression, 'typeRef');
  const compiled = expression === undefined ? undefined : feelOf(expression, report);
  return {
    label,
    ...(compiled !== undefined && { expression: compiled }),
    ...(type !== undefined && { type }),
    variable: textOf(input, 'camunda:inputVariable') ?? 'cellInput',
  };
}

function outputOf(output: ModdleElement, report: Report): TableOutput {
  const type = textOf(output, 'typeRef');
  const values = childOf(output, 'outputValues');
  if (childOf(output, 'defaultOutputEntry') !== undefined)
    invalid(report, owningId(output), 'defaultOutputEntry', '', 'a last rule without tests instead');
  return {
    name: textOf(output, 'name') ?? '',
    ...(type !== undefined && { type }),
    values: values === undefined ? [] : listOf(values, report),
  };
}

function listOf(values: ModdleElement, report: Report): readonly unknown[] {
  const list = compiled(values, report, (text) => compileFeel(`[${text}]`)({}));
  return Array.isArray(list) ? list : [];
}

type Columns = readonly [inputs: readonly string[], outputs: readonly string[]];

function ruleOf(rule: ModdleElement, row: number, [inputs, outputs]: Columns, report: Report): TableRule {
  const tests = childrenOf(rule, 'inputEntry');
  const results = childrenOf(rule, 'outputEntry');
  if (tests.length !== inputs.length || results.length !== outputs.length) {
    const wanted = `${inputs.length} + ${outputs.length}`;
    invalid(report, idOf(rule), 'cells', String(tests.length + results.length), wanted);
  }
  return {
    tests: tests.map((entry, at) =>
      textOf(entry, 'text') === '-'
        ? undefined
        : compiled(entry, report, compileTests, { row, column: inputs[at] ?? '' }),
    ),
    results: results.map((entry, at) =>
      compiled(entry, report, compileFeel, { row, column: outputs[at] ?? '' }),
    ),
  };
}

/** The FEEL of an entry; undefined when it is empty or refused. */
export function feelOf(entry: ModdleElement, report: Report): FeelExpression | undefined {
  return compiled(entry, report, compileFeel);
}

/** Where a cell stands, as people count: rules from 1, columns by their label. */
interface Cell {
  readonly row: number;
  readonly column: string;
}

function compiled<T>(
  entry: ModdleElement,
  report: Report,
  compile: (text: string) => T,
  cell?: Cell,
): T | undefined {
  const text = textOf(entry, 'text');
  if (!checkLanguage(entry, report) || text === undefined) return undefined;
  try {
    return compile(text);
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    const elementId = owningId(entry);
    const place = cell === undefined ? `"${elementId}"` : `rule ${cell.row}, “${cell.column}” (${elementId})`;
    const message = `The FEEL of ${place} is refused: ${error.message}`;
    const params = {
      attribute: 'text',
      reason: error.message,
      position: 1,
      ...cell,
      ...(error.fault && { fault: error.fault }),
    };
    report.add('expression-invalid', { elementId }, message, params);
    return undefined;
  }
}

function invalid(report: Report, elementId: string, attribute: string, value: string, wanted: string): void {
  const message = `${attribute} of "${elementId}" is "${value}"; write ${wanted}`;
  report.add('value-invalid', { elementId }, message, { attribute, value });
}

function missing(report: Report, elementId: string, attribute: string): void {
  const message = `The decision table "${elementId}" has no ${attribute}; add it`;
  report.add('value-missing', { elementId }, message, { attribute });
}
