import { checkExtensions } from './camunda-attributes.ts';
import { checkExpression, numberOf } from './checked-values.ts';
import { CONTINUATION_ATTRIBUTES, CONTINUATION_EXTENSIONS, continuationsOf } from './continuations.ts';
import { readerOf } from './elements/element-readers.ts';
import { IGNORED_TYPES, refuseElement } from './elements/unsupported-element.ts';
import { LinkEvents } from './events/link-events.ts';
import { mappingsOf, propertiesOf } from './mappings.ts';
import { childOf, childrenOf, flagOf, idOf, type ModdleElement, textOf, typeName } from './moddle-element.ts';
import { multiInstanceOf } from './multi-instance.ts';
import type { GraphFlow, GraphNode, NodeDetails, ProcessGraph } from './process-graph.ts';
import type { Report } from './report.ts';
import { isVariableName } from './variable-name.ts';

const PROCESS_ATTRIBUTES = ['historyTimeToLive', 'versionTag', 'isStartableInTasklist', 'taskPriority'];

/** One node as it was read, before the flows are known. */
interface ReadNode {
  readonly element: ModdleElement;
  readonly details: NodeDetails;
  readonly scope: string | undefined;
}

/**
 * Turns a <process> into a graph. Everything that cannot be executed is reported; the graph is only to be
 * used when the report is empty.
 */
export function compileProcess(process: ModdleElement, report: Report): ProcessGraph {
  checkExtensions(process, PROCESS_ATTRIBUTES, false, report);
  const reading = new Reading(report);
  reading.scope(process, undefined);
  const name = textOf(process, 'name');
  const historyTimeToLive = daysOf(process, report);
  const versionTag = textOf(process, 'camunda:versionTag');
  const nodes = reading.graphNodes(numberOf(process, 'camunda:taskPriority', report));
  return {
    id: idOf(process),
    ...(name !== undefined && { name }),
    ...(historyTimeToLive !== undefined && { historyTimeToLive }),
    ...(versionTag !== undefined && { versionTag }),
    start: reading.startOf(undefined),
    ...reading.eventsOf(),
    nodes,
    flows: Object.fromEntries(reading.flows),
  };
}

/** Camunda 7 reads a number of days or PnD here and refuses any other duration. */
function daysOf(process: ModdleElement, report: Report): string | undefined {
  const text = textOf(process, 'camunda:historyTimeToLive');
  if (text !== undefined && !/^(\d{1,6}|P\d{1,6}D)$/.test(text)) {
    const message = `historyTimeToLive of "${idOf(process)}" is "${text}"; write a number of days such as 180 or P180D`;
    const params = { attribute: 'historyTimeToLive', value: text };
    report.add('value-invalid', { elementId: idOf(process) }, message, params);
  }
  return text;
}

class Reading {
  readonly #report: Report;
  readonly #nodes = new Map<string, ReadNode>();
  /** start event of each scope, of the process its none start event; the rules refuse a second one */
  readonly #starts = new Map<string | undefined, string>();
  readonly #eventStarts: string[] = [];
  readonly #links: LinkEvents;
  readonly #eventSubprocesses = new Map<string | undefined, string[]>();
  readonly flows = new Map<string, GraphFlow>();

  constructor(report: Report) {
    this.#report = report;
    this.#links = new LinkEvents(report);
  }

  scope(container: ModdleElement, scope: string | undefined): void {
    const elements = childrenOf(container, 'flowElements');
    for (const element of elements) {
      if (IGNORED_TYPES.has(element.$type)) continue;
      if (this.#hasUsableId(element)) {
        if (element.$type === 'bpmn:SequenceFlow') this.#flow(element);
        else this.#node(element, scope);
      }
    }
  }

  startOf(scope: string | undefined): string {
    return this.#starts.get(scope) ?? '';
  }

  eventsOf(): Pick<ProcessGraph, 'eventStarts' | 'eventSubprocesses'> {
    return {
      ...(this.#eventStarts.length > 0 && { eventStarts: this.#eventStarts }),
      ...this.#eventSubprocessesIn(undefined),
    };
  }

  #eventSubprocessesIn(scope: string | undefined): { eventSubprocesses?: readonly string[] } {
    const eventSubprocesses = this.#eventSubprocesses.get(scope);
    return eventSubprocesses === undefined ? {} : { eventSubprocesses };
  }

  graphNodes(taskPriority: string | undefined): Record<string, GraphNode> {
    const outgoing = new Map<string, string[]>();
    const incoming = new Map<string, number>();
    const boundaries = new Map<string, string[]>();
    for (const flow of this.flows.values()) {
      append(outgoing, flow.source, flow.id);
      incoming.set(flow.target, (incoming.get(flow.target) ?? 0) + 1);
    }
    for (const [id, { details }] of this.#nodes)
      if (details.kind === 'boundary-event') append(boundaries, details.attachedTo, id);
    const nodes: Record<string, GraphNode> = {};
    for (const [id, node] of this.#nodes) {
      const attached = boundaries.get(id);
      nodes[id] = {
        ...this.#finish(id, node.details, taskPriority),
        id,
        ...this.#common(node),
        outgoing: outgoing.get(id) ?? [],
        incoming: incoming.get(id) ?? 0,
        ...(attached !== undefined && { boundaries: attached }),
      };
    }
    return nodes;
  }

  /** Fills in what only the whole process tells: the start of a subprocess, the default priority. */
  #finish(id: string, details: NodeDetails, taskPriority: string | undefined): NodeDetails {
    if (details.kind === 'subprocess' || details.kind === 'event-subprocess')
      return { ...details, start: this.startOf(id), ...this.#eventSubprocessesIn(id) };
    if (details.kind === 'throw-event' && details.result?.throws === 'link')
      return { ...details, result: { throws: 'link', target: this.#links.targetOf(id) } };
    if (details.kind === 'external-task' && details.priority === undefined && taskPriority !== undefined)
      return { ...details, priority: taskPriority };
    return details;
  }

  #common({ element, scope }: ReadNode) {
    const name = textOf(element, 'name');
    const defaultFlow = childOf(element, 'default');
    return {
      ...(name !== undefined && { name }),
      ...(scope !== undefined && { scope }),
      ...(defaultFlow !== undefined && { defaultFlow: idOf(defaultFlow) }),
      ...mappingsOf(element, this.#report),
      ...propertiesOf(element),
      ...continuationsOf(element, idOf(element), this.#report),
      ...multiInstanceOf(element, this.#report),
    };
  }

  #node(element: ModdleElement, scope: string | undefined): void {
    const reader = readerOf(element.$type);
    if (reader === undefined) {
      refuseElement(element, this.#report);
      return;
    }
    const attributes = [...reader.camunda, ...CONTINUATION_ATTRIBUTES];
    const extensions = [...(reader.extensions ?? []), ...CONTINUATION_EXTENSIONS];
    checkExtensions(element, attributes, reader.takesMappings, this.#report, extensions);
    this.#checkActivity(element);
    const details = reader.read(element, this.#report);
    if (details === undefined) return;
    const id = idOf(element);
    this.#nodes.set(id, { element, details, scope });
    if (details.kind === 'start-event') this.#start(id, details, scope);
    this.#links.add(id, details, element, scope);
    if (details.kind === 'event-subprocess') append(this.#eventSubprocesses, scope, id);
    if (details.kind === 'subprocess' || details.kind === 'event-subprocess') this.scope(element, id);
  }

  #start(id: string, details: NodeDetails, scope: string | undefined): void {
    const triggered = details.kind === 'start-event' && details.trigger !== undefined;
    if (triggered && scope === undefined) this.#eventStarts.push(id);
    else if (!this.#starts.has(scope)) this.#starts.set(scope, id);
  }

  #checkActivity(element: ModdleElement): void {
    const elementId = idOf(element);
    if (flagOf(element, 'isForCompensation')) {
      const message = `The ${typeName(element)} "${elementId}" is for compensation, which is not supported; use a sequence flow`;
      const params = { type: 'isForCompensation', advice: 'use a sequence flow' };
      this.#report.add('unsupported-element', { elementId }, message, params);
    }
  }

  #flow(element: ModdleElement): void {
    checkExtensions(element, [], false, this.#report);
    const id = idOf(element);
    const source = childOf(element, 'sourceRef');
    const target = childOf(element, 'targetRef');
    if (source === undefined || target === undefined) {
      const message = `The sequence flow "${id}" is not connected at both ends; connect or delete it`;
      this.#report.add('flow-dangling', { elementId: id }, message);
      return;
    }
    const condition = this.#condition(element);
    this.flows.set(id, {
      id,
      source: idOf(source),
      target: idOf(target),
      ...(condition !== undefined && { condition }),
    });
  }

  #condition(flow: ModdleElement): string | undefined {
    const expression = childOf(flow, 'conditionExpression');
    if (expression === undefined) return undefined;
    const elementId = idOf(flow);
    const language = textOf(expression, 'language');
    if (language !== undefined) {
      const message = `The condition of "${elementId}" is a script (${language}), which is not supported; write an expression`;
      this.#report.add('unsupported-attribute', { elementId }, message, {
        name: 'language',
        type: 'conditionExpression',
        advice: 'write an expression',
      });
      return undefined;
    }
    checkExtensions(expression, [], false, this.#report);
    const body = textOf(expression, 'body') ?? '';
    return checkExpression(body, 'condition', elementId, this.#report) ? body : undefined;
  }

  /** Ids become keys of records and of the state, so they must be there and must not reach a prototype. */
  #hasUsableId(element: ModdleElement): boolean {
    const id = idOf(element);
    if (isVariableName(id)) return true;
    const message = `A ${typeName(element)} has ${id === '' ? 'no id' : `the reserved id "${id}"`}; give it another id`;
    this.#report.add('id-invalid', id === '' ? {} : { elementId: id }, message, {
      id,
      type: typeName(element),
    });
    return false;
  }
}

function append<K>(lists: Map<K, string[]>, key: K, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
