import { compileTemplate } from '../../expressions/expression.ts';
import { isDynamicText } from '../../model/checked-values.ts';
import type {
  CatchTrigger,
  EndEventNode,
  GraphNode,
  ProcessGraph,
  ThrowEventNode,
} from '../../model/process-graph.ts';
import type { PlanProcess } from '../manifest.ts';
import type { PlanCheck } from './plan-under-check.ts';

/** Every variable that an expression of a flow names is declared, or made by a mapping of the flow itself. */
export const variables: PlanCheck = ({ manifest, processes }, report) => {
  for (const { key, variables: declared } of manifest.processes) {
    const process = processes.get(key);
    if (!process) continue;
    const known = knownVariables({ variables: declared }, process.graph);
    for (const { element, source, locals } of expressionsOf(process.graph))
      for (const name of compileTemplate(source).variables)
        if (!known.has(name) && !locals.has(name))
          report.add({
            rule: 'unknown-variable',
            file: process.file,
            elementId: element,
            message: `${source} at ${element} names the variable ${name}, which the plan does not declare for ${key}.`,
            params: { element, variable: name, expression: source },
          });
  }
};

/** Variables that the plan declares for a process, and those that its own mappings and tasks make. */
export function knownVariables(
  { variables: declared }: Pick<PlanProcess, 'variables'>,
  graph: ProcessGraph,
): ReadonlySet<string> {
  return new Set([...declared.map(({ name }) => name), ...made(graph)]);
}

interface ExpressionPlace {
  readonly element: string;
  readonly source: string;
  /** variables that exist only around this element */
  readonly locals: ReadonlySet<string>;
}

function made(graph: ProcessGraph): string[] {
  return Object.values(graph.nodes).flatMap((node) => [
    ...(node.outputs ?? []).map(({ name }) => name),
    ...(node.kind === 'business-rule-task' && node.resultVariable !== undefined ? [node.resultVariable] : []),
    ...(node.kind === 'start-event' && node.initiator !== undefined ? [node.initiator] : []),
    ...caught(node),
  ]);
}

/** Variables that take the code and the message of a caught error or escalation. */
function caught(node: GraphNode): string[] {
  const trigger = 'trigger' in node ? node.trigger : undefined;
  if (trigger?.on === 'error')
    return [trigger.codeVariable, trigger.messageVariable].filter((name) => name !== undefined);
  return trigger?.on === 'escalation' && trigger.codeVariable !== undefined ? [trigger.codeVariable] : [];
}

function expressionsOf(graph: ProcessGraph): ExpressionPlace[] {
  const none: ReadonlySet<string> = new Set();
  return [
    ...Object.values(graph.flows).flatMap(({ id, condition }) =>
      condition === undefined ? [] : [{ element: id, source: condition, locals: none }],
    ),
    ...Object.values(graph.nodes).flatMap((node) => {
      const locals = localsOf(graph, node);
      return sourcesOf(node).map((source) => ({ element: node.id, source, locals }));
    }),
  ];
}

/** Inputs of the element and of the subprocesses around it. */
function localsOf(graph: ProcessGraph, node: GraphNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (
    let at: GraphNode | undefined = node;
    at;
    at = at.scope === undefined ? undefined : graph.nodes[at.scope]
  )
    for (const name of [...(at.inputs ?? []).map((input) => input.name), ...loopLocals(at)]) names.add(name);
  return names;
}

function loopLocals({ multiInstance }: GraphNode): string[] {
  if (multiInstance === undefined) return [];
  const element = multiInstance.elementVariable === undefined ? [] : [multiInstance.elementVariable];
  return ['nrOfInstances', 'nrOfCompletedInstances', 'nrOfActiveInstances', 'loopCounter', ...element];
}

/** A collection is an expression, or the bare name of a variable. */
function loopSources({ multiInstance }: GraphNode): (string | undefined)[] {
  if (multiInstance === undefined) return [];
  const { collection, cardinality, completionCondition } = multiInstance;
  const bare = collection !== undefined && !isDynamicText(collection);
  return [bare ? `\${${collection}}` : collection, cardinality, completionCondition];
}

function sourcesOf(node: GraphNode): string[] {
  const mapped = [...(node.inputs ?? []), ...(node.outputs ?? [])].map(({ value }) => value);
  return [...mapped, ...loopSources(node), ...ownSources(node)].filter((source) => source !== undefined);
}

function ownSources(node: GraphNode): (string | undefined)[] {
  switch (node.kind) {
    case 'user-task':
      return [
        node.assignee,
        ...(node.candidateUsers ?? []),
        ...(node.candidateGroups ?? []),
        node.formKey,
        node.dueDate,
        node.followUpDate,
        node.priority,
      ];
    case 'external-task':
      return [node.topic, node.priority];
    case 'business-rule-task':
      return [node.decision];
    case 'catch-event':
    case 'boundary-event':
      return triggerSources(node.trigger);
    case 'start-event':
      return node.trigger === undefined ? [] : triggerSources(node.trigger);
    case 'receive-task':
      return [node.message];
    case 'throw-event':
    case 'end-event':
      return resultSources(node.result);
    default:
      return [];
  }
}

function resultSources(result: (EndEventNode | ThrowEventNode)['result']): (string | undefined)[] {
  if (result?.throws === 'error') return [result.message];
  if (result?.throws !== 'signal') return [];
  const handed = (result.variables ?? []).map((mapping) =>
    'sourceExpression' in mapping ? mapping.sourceExpression : undefined,
  );
  return [result.signal, ...handed];
}

function triggerSources(trigger: CatchTrigger): (string | undefined)[] {
  switch (trigger.on) {
    case 'timer':
      return [trigger.timer.duration, trigger.timer.date, trigger.timer.cycle];
    case 'message':
      return [trigger.message];
    case 'signal':
      return [trigger.signal];
    default:
      return [];
  }
}
