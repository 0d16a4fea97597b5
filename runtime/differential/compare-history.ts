import type { GraphNode, ProcessGraph } from '../model/process-graph.ts';
import type { HistoryRecord } from './snapshot.ts';

/**
 * Compares the records of two histories as a set, and their order where BPMN orders them: of two elements of one
 * scope of which one is on the way to the other. Branches that run at the same time have no order between them.
 */
export function compareHistories(
  ours: readonly HistoryRecord[],
  theirs: readonly HistoryRecord[],
  graphOf: (key: string) => ProcessGraph,
  process: string,
): string[] {
  const [here, there] = [ours.map(text), theirs.map(text)];
  if (here.length === there.length && here.every((record, index) => record === there[index])) return [];
  const missing = unmatched(here, there);
  if (missing.length > 0) return missing;
  const order = new FlowOrder(graphOf, process);
  const places = [...new Set(ours.map(({ at }) => at))];
  for (const [index, first] of places.entries())
    for (const second of places.slice(index + 1)) {
      if (!order.isOrdered(first, second)) continue;
      const [mine, other] = [project(ours, first, second), project(theirs, first, second)];
      if (mine !== other) return [`history: ${mine} here, ${other} on the reference`];
    }
  return [];
}

function project(history: readonly HistoryRecord[], first: string, second: string): string {
  return history.flatMap(({ at }) => (at === first || at === second ? at : [])).join(' → ');
}

function text({ at, type, name, ended, canceled }: HistoryRecord): string {
  return `${at} (${type}${name === null ? '' : ` "${name}"`}) ${canceled ? 'canceled' : ended ? 'ended' : 'running'}`;
}

function unmatched(here: readonly string[], there: readonly string[]): string[] {
  const rest = [...there];
  const onlyHere = here.filter((record) => {
    const at = rest.indexOf(record);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [
    ...onlyHere.map((record) => `history: ${record} only here`),
    ...rest.map((record) => `history: ${record} only on the reference`),
  ];
}

/** Which elements lead to which, by sequence flows, boundary events and links. */
class FlowOrder {
  readonly #graphOf: (key: string) => ProcessGraph;
  readonly #process: string;
  readonly #reached = new Map<string, ReadonlySet<string>>();

  constructor(graphOf: (key: string) => ProcessGraph, process: string) {
    this.#graphOf = graphOf;
    this.#process = process;
  }

  /** Whether one of two places is on the way to the other and not the other way round. */
  isOrdered(first: string, second: string): boolean {
    const [a, b] = [first.split('/'), second.split('/')];
    let key = this.#process;
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
      const [left = '', right = ''] = [a[index], b[index]];
      if (left === right) {
        // Instances of one body run at the same time; what is inside them is not told apart.
        if (left.endsWith('#multiInstanceBody')) return false;
        if (this.#isProcess(left)) key = left;
        continue;
      }
      const graph = this.#graphOf(key);
      const [insideLeft, insideRight] = [index + 1 < a.length, index + 1 < b.length];
      return this.#leads(graph, left, right, insideLeft) !== this.#leads(graph, right, left, insideRight);
    }
    return false;
  }

  #isProcess(key: string): boolean {
    try {
      return this.#graphOf(key).id === key;
    } catch {
      return false;
    }
  }

  #leads(graph: ProcessGraph, from: string, to: string, inside: boolean): boolean {
    return this.#reachedFrom(graph, plain(from), inside).has(plain(to));
  }

  /** What is inside an activity goes on beside its non-interrupting boundary events. */
  #reachedFrom(graph: ProcessGraph, from: string, inside: boolean): ReadonlySet<string> {
    const key = `${graph.id} ${from} ${inside}`;
    const known = this.#reached.get(key);
    if (known !== undefined) return known;
    const reached = new Set<string>();
    const open = [from];
    for (let id = open.pop(); id !== undefined; id = open.pop())
      for (const next of successors(graph, graph.nodes[id], inside && id === from))
        if (!reached.has(next)) {
          reached.add(next);
          open.push(next);
        }
    this.#reached.set(key, reached);
    return reached;
  }
}

function successors(graph: ProcessGraph, node: GraphNode | undefined, fromInside: boolean): string[] {
  if (node === undefined) return [];
  const targets = node.outgoing.flatMap((id) => graph.flows[id]?.target ?? []);
  const link = node.kind === 'throw-event' && node.result?.throws === 'link' ? [node.result.target] : [];
  const boundaries = (node.boundaries ?? []).filter((id) => {
    const boundary = graph.nodes[id];
    return !fromInside || (boundary?.kind === 'boundary-event' && boundary.interrupting);
  });
  return [...targets, ...link, ...boundaries];
}

function plain(id: string): string {
  return id.replace('#multiInstanceBody', '');
}
