import type { GraphNode, ProcessGraph } from '../../../model/process-graph.ts';
import { type Aim, Avoidance, type Onward } from './avoidance.ts';
import { Precedence } from './precedence.ts';
import { TokenFlow } from './token-flow.ts';

/** A point of a process from which on a milestone may be unavoidable. */
export type Anchor = { readonly at: 'start' } | { readonly at: 'element' | 'flow'; readonly id: string };

/** Ways through one process, computed once for each milestone. */
export class Course {
  readonly flow: TokenFlow;
  /** each behind most of those that it leads to */
  readonly #lastFirst: readonly GraphNode[];
  readonly #order: readonly string[];
  readonly #avoidances = new Map<string, Avoidance>();
  readonly #precedences = new Map<string, Precedence>();

  constructor(graph: ProcessGraph, ignored: ReadonlySet<string>) {
    this.flow = new TokenFlow(graph, ignored);
    this.#lastFirst = lastFirst(this.flow).flatMap((id) => this.flow.node(id) ?? []);
    this.#order = this.#lastFirst.map(({ id }) => id).reverse();
  }

  node(id: string): GraphNode | undefined {
    return this.flow.node(id);
  }

  avoidance(milestone: string): Avoidance {
    return cached(this.#avoidances, milestone, () => new Avoidance(this.flow, milestone, this.#lastFirst));
  }

  /** What can be reached before a milestone has been completed. */
  precedence(milestone: string): Precedence {
    return cached(
      this.#precedences,
      milestone,
      () => new Precedence(this.flow, this.avoidance(milestone), milestone),
    );
  }

  /** Whether an element can be come to at all. */
  isReached(id: string): boolean {
    return this.precedence('').reaches(id);
  }

  /** The elements in an order in which most come before what they lead to. */
  inOrder(): readonly string[] {
    return this.#order;
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
  wayTo(id: string, origins: readonly string[] = this.flow.entries): readonly string[] {
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
    for (const { id: at } of this.#lastFirst)
      for (const [step] of this.#nextOf(at)) before.set(step, [...(before.get(step) ?? []), at]);
    const found = new Set([id]);
    for (const at of found) for (const earlier of before.get(at) ?? []) found.add(earlier);
    return found;
  }

  /** The elements to which a step leads, whatever occurs, with the flow of the step. */
  #nextOf(id: string): [string, string | undefined][] {
    const { all, some } = this.flow.leaving(id);
    const inside = this.flow.startInside(id);
    const within = inside === undefined ? [] : [inside, ...this.flow.everyStart(id)];
    const begin = this.flow.entries.includes(id) ? this.flow.everyStart(undefined) : [];
    return [
      ...[...within, ...begin].map((start): [string, undefined] => [start, undefined]),
      ...[...all, ...some].map(({ target, flow }): [string, string | undefined] => [target, flow]),
      ...this.flow.everyBoundary(id).map((event): [string, undefined] => [event, undefined]),
    ];
  }

  /** Where tokens go on from an anchor, so that all of them end without the milestone. */
  #around(avoidance: Avoidance, anchor: Anchor): readonly Onward[] | undefined {
    if (anchor.at === 'start') return this.#fromStart(avoidance);
    const source = anchor.at === 'flow' ? this.flow.graph.flows[anchor.id]?.source : anchor.id;
    const node = source === undefined ? undefined : this.node(source);
    if (node === undefined) return undefined;
    const onFlow = anchor.at === 'flow' ? anchor.id : undefined;
    if (this.#isPlain(node.scope))
      return onFlow === undefined ? avoidance.leaving(node) : this.#onFlow(avoidance, onFlow, 'end');
    const next = (aim: Aim) =>
      onFlow === undefined ? avoidance.leaving(node, aim) : this.#onFlow(avoidance, onFlow, aim);
    return this.#goingOn(avoidance, next, node.scope) ?? this.#interrupted(avoidance, node.scope);
  }

  /** Nothing is around that could interrupt, catch or go on: the end of a token is all that matters. */
  #isPlain(scope: string | undefined): boolean {
    return scope === undefined && this.flow.everyStart(undefined).length === 0;
  }

  #fromStart(avoidance: Avoidance): readonly Onward[] | undefined {
    const entries = this.flow.entries;
    const entry = entries.find((id) => avoidance.from(id));
    if (entry !== undefined) return [to(entry)];
    const next = (aim: Aim) =>
      entries.flatMap((id) => (avoidance.from(id, aim) ? [to(id, aim)] : [])).slice(0, 1);
    const thrown = this.#thrown(
      avoidance,
      (aim) => (next(aim).length > 0 ? next(aim) : undefined),
      undefined,
    );
    return thrown ?? this.#interrupted(avoidance, undefined);
  }

  #before(anchor: Anchor, around: readonly Onward[]): readonly string[] {
    if (anchor.at === 'element') return this.wayTo(anchor.id);
    if (anchor.at === 'flow')
      return [...this.wayTo(this.flow.graph.flows[anchor.id]?.source ?? ''), anchor.id];
    const [first = ''] = this.flow.entries;
    return around.some(({ target }) => this.flow.entries.includes(target)) ? [] : [first];
  }

  #onFlow(avoidance: Avoidance, flow: string, aim: Aim): readonly Onward[] | undefined {
    const target = this.flow.graph.flows[flow]?.target;
    return target !== undefined && avoidance.from(target, aim) ? [{ ...to(target, aim), flow }] : undefined;
  }

  /** A token ends, and then its scope; or it throws something that is caught around. */
  #goingOn(avoidance: Avoidance, next: Next, scope: string | undefined): readonly Onward[] | undefined {
    const end = next('end');
    const behind = end && this.#behindScope(avoidance, scope);
    return end && behind ? [...end, ...behind] : this.#thrown(avoidance, next, scope);
  }

  #thrown(avoidance: Avoidance, next: Next, scope: string | undefined): readonly Onward[] | undefined {
    const node = scope === undefined ? undefined : this.node(scope);
    const caught = (handlers: readonly string[], behind: string | undefined) =>
      handlers.flatMap((id): (readonly Onward[])[] => {
        const way = avoidance.from(id) ? next(`throw ${id}`) : undefined;
        const rest = way && this.#behindScope(avoidance, behind);
        return way && rest ? [[...way, to(id), ...rest]] : [];
      });
    const [inside] = caught(this.flow.everyStart(scope), scope);
    if (inside !== undefined || node === undefined) return inside;
    const [outside] = caught(this.flow.everyBoundary(node.id), node.scope);
    return outside ?? this.#thrown(avoidance, next, node.scope);
  }

  /** How the process goes on to its end once what stands in a scope has ended. */
  #behindScope(avoidance: Avoidance, scope: string | undefined): readonly Onward[] | undefined {
    const node = scope === undefined ? undefined : this.node(scope);
    if (node === undefined) return [];
    if (node.kind === 'event-subprocess') return this.#behindScope(avoidance, node.scope);
    return this.#goingOn(avoidance, (aim) => avoidance.leaving(node, aim), node.scope);
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

/** How a token goes on to reach an aim. */
type Next = (aim: Aim) => readonly Onward[] | undefined;

function to(target: string, aim: Aim = 'end'): Onward {
  return { target, aim };
}

function wayOn(avoidance: Avoidance, { flow, target, aim }: Onward): readonly string[] {
  return [...(flow === undefined ? [] : [flow]), ...avoidance.wayFrom(target, aim)];
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
    ...flow.everyBoundary(id),
    ...(inside === undefined ? [] : [inside, ...flow.everyStart(id)]),
  ];
}
