import type { Json } from '../../forms/definition.ts';
import { childOf, childrenOf, idOf, type ModdleElement, textOf } from '../../model/moddle-element.ts';
import type { ElementSet } from './element-set.ts';

/**
 * Adds what the DMN file of a decision consists of: inputs, outputs and rules of its table, and the decisions that it
 * requires, each with its own. `definitions` is the root of the file, `decision` the id of the plan's element.
 */
export function addDecision(
  decision: string,
  key: string,
  definitions: ModdleElement,
  set: ElementSet,
): void {
  const listed = listedDecision(definitions, key);
  if (listed) addTable(decision, decision, listed, set);
  const others = childrenOf(definitions, 'drgElement').filter(
    (it) => it.$type === 'dmn:Decision' && idOf(it) !== key,
  );
  others.forEach((element, order) => {
    const { id } = set.add({
      id: `${decision}/${idOf(element)}`,
      kind: 'required-decision',
      name: textOf(element, 'name') ?? idOf(element),
      parent: decision,
      slot: 'required',
      order,
      properties: decisionProperties(element),
    });
    addTable(decision, id, element, set);
  });
}

export function listedDecision(definitions: ModdleElement, key: string): ModdleElement | undefined {
  return childrenOf(definitions, 'drgElement').find((it) => it.$type === 'dmn:Decision' && idOf(it) === key);
}

/** What a `<decision>` says beside the rows and columns of its table. */
export function decisionProperties(element: ModdleElement): Json {
  const logic = childOf(element, 'decisionLogic');
  const variable = childOf(element, 'variable');
  const requires = childrenOf(element, 'informationRequirement').flatMap((it) => {
    const required = childOf(it, 'requiredDecision');
    return required === undefined ? [] : [(textOf(required, 'href') ?? '').replace(/^#/, '')];
  });
  return given({
    name: textOf(element, 'name'),
    description: textOf(element, 'description'),
    requires: requires.length > 0 ? requires : undefined,
    ...(logic?.$type === 'dmn:LiteralExpression'
      ? {
          expression: textOf(logic, 'text'),
          variable: variable && textOf(variable, 'name'),
          typeRef: variable && textOf(variable, 'typeRef'),
        }
      : {
          hitPolicy: (logic && textOf(logic, 'hitPolicy')) ?? 'UNIQUE',
          aggregation: logic && textOf(logic, 'aggregation'),
        }),
  });
}

function addTable(prefix: string, parent: string, decision: ModdleElement, set: ElementSet): void {
  const table = childOf(decision, 'decisionLogic');
  if (table?.$type !== 'dmn:DecisionTable') return;
  const inputs = childrenOf(table, 'input');
  const outputs = childrenOf(table, 'output');
  const place = (element: ModdleElement, slot: string, order: number) => ({
    id: `${prefix}/${columnId(element, slot, order)}`,
    parent,
    slot,
    order,
  });
  inputs.forEach((it, order) => {
    const properties = inputProperties(it);
    const name = String(properties.label ?? properties.expression ?? idOf(it));
    set.add({ ...place(it, 'input', order), kind: 'decision-input', name, properties });
  });
  outputs.forEach((it, order) => {
    const properties = outputProperties(it);
    const name = String(properties.label ?? properties.name ?? idOf(it));
    set.add({ ...place(it, 'output', order), kind: 'decision-output', name, properties });
  });
  childrenOf(table, 'rule').forEach((it, order) => {
    const properties = given({
      description: textOf(it, 'description'),
      tests: cells(it, 'inputEntry', inputs, 'input'),
      results: cells(it, 'outputEntry', outputs, 'output'),
    });
    set.add({ ...place(it, 'rule', order), kind: 'decision-rule', name: ruleName(it), properties });
  });
}

/** A column or rule that a foreign tool has given no id is told by its place. */
export function columnId(element: ModdleElement, slot: string, order: number): string {
  return idOf(element) === '' ? `${slot}-${order + 1}` : idOf(element);
}

function inputProperties(input: ModdleElement): Json {
  const expression = childOf(input, 'inputExpression');
  return given({
    label: textOf(input, 'label'),
    expression: expression && textOf(expression, 'text'),
    typeRef: expression && textOf(expression, 'typeRef'),
    inputVariable: textOf(input, 'camunda:inputVariable'),
    inputValues: listText(input, 'inputValues'),
  });
}

function outputProperties(output: ModdleElement): Json {
  return given({
    label: textOf(output, 'label'),
    name: textOf(output, 'name'),
    typeRef: textOf(output, 'typeRef'),
    outputValues: listText(output, 'outputValues'),
  });
}

function listText(element: ModdleElement, list: string): string | undefined {
  const values = childOf(element, list);
  return values && textOf(values, 'text');
}

/** The cells of a row by the id of their column; an empty one, and `-`, asks and gives nothing and is left out. */
function cells(rule: ModdleElement, entries: string, columns: readonly ModdleElement[], slot: string): Json {
  const texts = childrenOf(rule, entries).flatMap((entry, order) => {
    const text = textOf(entry, 'text');
    const column = columns[order];
    return text === undefined || text === '-' || column === undefined
      ? []
      : [[columnId(column, slot, order), text] as const];
  });
  return Object.fromEntries(texts);
}

function ruleName(rule: ModdleElement): string {
  const texts = (entries: string) =>
    childrenOf(rule, entries)
      .map((it) => textOf(it, 'text') ?? '-')
      .join(' · ');
  const name = textOf(rule, 'description') ?? `${texts('inputEntry')} → ${texts('outputEntry')}`;
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function given(properties: Json): Json {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
