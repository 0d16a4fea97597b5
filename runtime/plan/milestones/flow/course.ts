import type { GraphNode, ProcessGraph } from '../../../model/process-graph.ts';
import { Avoidance, type Onward } from './avoidance.ts';
import { Precedence } from './precedence.ts';
import { TokenFlow } from './token-flow.ts';

/** A point of a process from which on a milestone may be unavoidable. */
export type Anchor = { readonly at: 'start' } | { readonly at: 'element' | 'flow'; readonly id: string };

/** Ways through one process, computed once for each milestone. */
export class Course {
  readonly flow: TokenFlow;
  readonly #order: readonly string[];
  readonly #avoidances = new Map<string, Avoidance>();
  readonly #precedences = new Map<string, Precedence>();

  constructor(graph: ProcessGraph, ignored: ReadonlySet<string>) {
    this.flow = new TokenFlow(graph, ignored);
    this.#order = lastFirst(this.flow);
  }

  node(id: string): GraphNode | undefined {
    return this.flow.node(id);
  }

  avoidance(milestone: string): Avoidance {
    return cached(this.#avoidances, milestone, () => new Avoidance(this.flow, milestone, this.#order));
  }

  /** What can be reached before a milestone has been completed. */
  precedence(milestone: string): Precedence {
    return cached(
      this.#precedences,
      milestone,
      () => new Precedence(this.flow, this.avoidance(milestone), milestone),
    );
  }

  /** The elements in an order in which most come before what they lead to. */
  inOrder(): readonly string[] {
    return [...this.#order].reverse();
  }

  /** Whether from an anchor on the process can end without completing the milestone. */
  avoids(milestone: string, anchor: Anchor): boolean {
    return this.#around(this.avoidance(milestone), anchor) !== undefined;
  }

  /** A way from the start over the anchor to the end that does not complete the milestone, where there is one. */
  wayAround(milestone: string, anchor: Anchor): readonly string[] {
    const avoidance = this.avoidance(milestone);
    const around = this.#around(avoidance, anchor) ?? [];
    return [...new Set([...this.#before(anchor, around), ...around.flatMap((on) => wayOn(avoidance, on))])];
  }

  /** The shortest way by which a token comes to an element, that element included: from the start unless told otherwise. */
  wayTo(id: string, origins: readonly string[] = this.flow.entries()): readonly string[] {
    const from = new Map<string, readonly string[]>(origins.map((origin) => [origin, [origin]]));
    const waiting = [...origins];
    for (const at of waiting) {
      if (at === id && from.has(id)) break;
      for (const [step, flow] of this.#nextOf(at)) {
        if (from.has(step)) continue;
        from.set(step, [...(from.get(at) ?? []), ...(flow === undefined ? [] : [flow]), step]);
        waiting.push(step);
      }
    }
    return from.get(id) ?? [id];
  }

  /** Elements from which a token (or one that it gives rise to) may still come to an element. */
  leadingTo(id: string): ReadonlySet<string> {
    const before = new Map<string, string[]>();
    for (const at of this.#order)
      for (const [step] of this.#nextOf(at)) before.set(step, [...(before.get(step) ?? []), at]);
    const found = new Set([id]);
    for (const at of found) for (const earlier of before.get(at) ?? []) found.add(earlier);
    return found;
  }

  #nextOf(id: string): [string, string | undefined][] {
    const { all, some } = this.flow.leaving(id);
    const inside = this.flow.startInside(id);
    const within = inside === undefined ? [] : [inside, ...this.#eventStarts(id)];
    const begin = this.flow.entries().includes(id) ? this.#eventStarts(undefined) : [];
    const beside = [...this.flow.interrupters(id), ...this.flow.besides(id)];
    return [
      ...[...within, ...begin].map((start): [string, undefined] => [start, undefined]),
      ...[...all, ...some].map(({ target, flow }): [string, string | undefined] => [target, flow]),
      ...beside.map((event): [string, undefined] => [event, undefined]),
    ];
  }

  #eventStarts(scope: string | undefined): readonly string[] {
    return [...this.flow.interruptingStarts(scope), ...this.flow.startsBeside(scope)];
  }

  /** Where tokens go on from an anchor, so that all of them end without the milestone. */
  #around(avoidance: Avoidance, anchor: Anchor): readonly Onward[] | undefined {
    if (anchor.at === 'start') {
      const entry = this.flow.entries().find((id) => avoidance.from(id));
      return entry === undefined ? this.#interrupted(avoidance, undefined) : [to(entry)];
    }
    const source = anchor.at === 'flow' ? this.flow.graph.flows[anchor.id]?.source : anchor.id;
    const node = source === undefined ? undefined : this.node(source);
    if (node === undefined) return undefined;
    const next = anchor.at === 'flow' ? this.#onFlow(avoidance, anchor.id) : avoidance.leaving(node);
    const behind = next && this.#behindScope(avoidance, node.scope);
    if (next && behind) return [...next, ...behind];
    return this.#interrupted(avoidance, node.scope);
  }

  #before(anchor: Anchor, around: readonly Onward[]): readonly string[] {
    if (anchor.at === 'element') return this.wayTo(anchor.id);
    if (anchor.at === 'flow')
      return [...this.wayTo(this.flow.graph.flows[anchor.id]?.source ?? ''), anchor.id];
    const [first = ''] = this.flow.entries();
    return around.some(({ target }) => this.flow.entries().includes(target)) ? [] : [first];
  }

  #onFlow(avoidance: Avoidance, flow: string): readonly Onward[] | undefined {
    const target = this.flow.graph.flows[flow]?.target;
    return target !== undefined && avoidance.from(target) ? [{ ...to(target), flow }] : undefined;
  }

  /** How the process goes on to its end once what stands in a scope has ended. */
  #behindScope(avoidance: Avoidance, scope: string | undefined): readonly Onward[] | undefined {
    const node = scope === undefined ? undefined : this.node(scope);
    if (node === undefined) return [];
    const next = node.kind === 'event-subprocess' ? [] : avoidance.leaving(node);
    const rest = next && this.#behindScope(avoidance, node.scope);
    return next && rest && [...next, ...rest];
  }

  /** How a scope, or one around it, can be interrupted for good. */
  #interrupted(avoidance: Avoidance, scope: string | undefined): readonly Onward[] | undefined {
    const start = this.flow.interruptingStarts(scope).find((id) => avoidance.from(id));
    const behind = start === undefined ? undefined : this.#behindScope(avoidance, scope);
    if (start !== undefined && behind !== undefined) return [to(start), ...behind];
    const node = scope === undefined ? undefined : this.node(scope);
    if (node === undefined) return undefined;
    const event = this.flow.interrupters(node.id).find((id) => avoidance.from(id));
    const after = event === undefined ? undefined : this.#behindScope(avoidance, node.scope);
    if (event !== undefined && after !== undefined) return [to(event), ...after];
    return this.#interrupted(avoidance, node.scope);
  }
}

function to(target: string): Onward {
  return { target, aim: 'end' };
}

function wayOn(avoidance: Avoidance, { flow, target }: Onward): readonly string[] {
  return [...(flow === undefined ? [] : [flow]), ...avoidance.wayFrom(target)];
}

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const found = cache.get(key) ?? make();
  cache.set(key, found);
  return found;
}

/** The elements, each behind most of those that it leads to: rules that look ahead settle in few rounds. */
function lastFirst(flow: TokenFlow): readonly string[] {
  const done = new Set<string>();
  const nodes = Object.keys(flow.graph.nodes);
  const opened = new Set<string>();
  const stack = [...nodes].reverse().map((id) => ({ id, left: false }));
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.left) done.add(at.id);
    else if (!opened.has(at.id)) {
      opened.add(at.id);
      stack.push({ id: at.id, left: true });
      for (const id of ahead(flow, at.id)) stack.push({ id, left: false });
    }
  }
  return [...done];
}

function ahead(flow: TokenFlow, id: string): readonly string[] {
  const { all, some } = flow.leaving(id);
  const inside = flow.startInside(id);
  return [
    ...[...all, ...some].map(({ target }) => target).reverse(),
    ...flow.interrupters(id),
    ...flow.besides(id),
    ...(inside === undefined ? [] : [inside]),
  ];
}
