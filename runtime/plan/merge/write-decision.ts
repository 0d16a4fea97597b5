import { compileDecisions } from '../../decisions/compile-decisions.ts';
import { dmnModdle, readDecisions } from '../../decisions/read-decisions.ts';
import { isPlainObject, type Json } from '../../forms/definition.ts';
import { childOf, childrenOf, idOf, type ModdleElement } from '../../model/moddle-element.ts';
import { childLists, type PlanElement } from '../elements/element.ts';
import type { FlowsToMerge } from './merge-flows.ts';

type Lists = ReturnType<typeof childLists>;
type Moddle = ReturnType<typeof dmnModdle>;

/**
 * The file of a decision that both sides changed, written from its merged elements over the layer's own file. Undefined
 * where that gives no decision that can be evaluated, or where the sides do not have the same decisions: then one file
 * is to be taken whole.
 */
export async function writeDecision(
  { tree }: Pick<FlowsToMerge, 'tree'>,
  decision: PlanElement,
  texts: { readonly theirs: string | undefined; readonly mine: string | undefined },
): Promise<string | undefined> {
  if (texts.mine === undefined || texts.theirs === undefined) return undefined;
  const { definitions } = await readDecisions(texts.mine);
  const theirs = (await readDecisions(texts.theirs)).definitions;
  if (definitions === undefined || theirs === undefined || shape(definitions) !== shape(theirs))
    return undefined;
  const moddle = dmnModdle();
  const lists = childLists(tree);
  for (const element of decisionsOf(definitions)) {
    const id = `${decision.id}/${idOf(element)}`;
    const own = idOf(element) === decision.properties.key ? decision : tree.get(id);
    if (own === undefined) return undefined;
    const said = own === decision ? decision.properties.dmn : own.properties;
    if (isPlainObject(said)) writeLogic(moddle, element, said, own, lists);
  }
  const { xml } = await moddle.toXML(definitions, { format: true });
  return (await compileDecisions(xml)).findings.length === 0 ? xml : undefined;
}

const decisionsOf = (definitions: ModdleElement) =>
  childrenOf(definitions, 'drgElement').filter(({ $type }) => $type === 'dmn:Decision');

/** Which decisions a file has, and of which kind each is. */
function shape(definitions: ModdleElement): string {
  const all = decisionsOf(definitions).map((it) => `${idOf(it)} ${childOf(it, 'decisionLogic')?.$type}`);
  return all.sort().join('\n');
}

function writeLogic(
  moddle: Moddle,
  element: ModdleElement,
  said: Json,
  own: PlanElement,
  lists: Lists,
): void {
  const logic = childOf(element, 'decisionLogic');
  set(element, { name: said.name, description: said.description });
  if (logic?.$type === 'dmn:LiteralExpression') set(logic, { text: said.expression });
  if (logic?.$type !== 'dmn:DecisionTable') return;
  set(logic, { hitPolicy: said.hitPolicy, aggregation: said.aggregation });
  const members = (slot: string) => lists.get(own.id)?.get(slot) ?? [];
  const inputs = members('input');
  const outputs = members('output');
  const create = (type: string, properties: Json) => moddle.create(type, defined(properties));
  const text = (type: string, id: string, value: unknown) =>
    typeof value === 'string' ? create(type, { id, text: value }) : undefined;
  logic.set(
    'input',
    inputs.map(({ id, properties: it }) =>
      create('dmn:InputClause', {
        id: local(id),
        label: it.label,
        'camunda:inputVariable': it.inputVariable,
        inputExpression: create('dmn:LiteralExpression', {
          id: `${local(id)}-expression`,
          typeRef: it.typeRef,
          text: it.expression ?? '',
        }),
        inputValues: text('dmn:UnaryTests', `${local(id)}-values`, it.inputValues),
      }),
    ),
  );
  logic.set(
    'output',
    outputs.map(({ id, properties: it }) =>
      create('dmn:OutputClause', {
        id: local(id),
        label: it.label,
        name: it.name,
        typeRef: it.typeRef,
        outputValues: text('dmn:UnaryTests', `${local(id)}-values`, it.outputValues),
      }),
    ),
  );
  const row = (rule: PlanElement, columns: readonly PlanElement[], cells: unknown, type: string) =>
    columns.map(({ id }) => {
      const value = isPlainObject(cells) ? cells[local(id)] : undefined;
      return text(type, `${local(rule.id)}-${local(id)}`, value ?? '');
    });
  logic.set(
    'rule',
    members('rule').map((rule) =>
      create('dmn:DecisionRule', {
        id: local(rule.id),
        description: rule.properties.description,
        inputEntry: row(rule, inputs, rule.properties.tests, 'dmn:UnaryTests'),
        outputEntry: row(rule, outputs, rule.properties.results, 'dmn:LiteralExpression'),
      }),
    ),
  );
}

const local = (id: string) => id.slice(id.indexOf('/') + 1);

function set(element: ModdleElement, properties: Json): void {
  for (const [name, value] of Object.entries(properties)) element.set(name, value);
}

function defined(properties: Json): Json {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
