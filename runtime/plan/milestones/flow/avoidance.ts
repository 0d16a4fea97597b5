import type { GraphNode } from '../../../model/process-graph.ts';
import { ElementMarks } from './element-marks.ts';
import type { Edge, TokenFlow } from './token-flow.ts';

/**
 * What a token that comes to an element can bring about without the milestone: its own end, the end of its scope
 * (terminate), or an error or escalation for the event named.
 */
export type Aim = 'end' | 'stop' | `throw ${string}`;

/** Where a token goes on, and what for. */
export interface Onward extends Edge {
  readonly aim: Aim;
}

const NOTHING: readonly Onward[] = [];

/** How each aim can be reached from an element, by aim and element. */
type Ways = Map<Aim, Map<string, readonly Onward[]>>;

/**
 * Whether tokens can come to an end without completing one element, the milestone, and how.
 *
 * The answer is the least fixed point of these rules, so that every “yes” has a finite way:
 * a token ends at an end event; at a choice it needs one flow on which it can end; at a fork all of them, or one that
 * terminates the scope (then the others are cancelled); a subprocess has to end inside and behind it; an event that
 * interrupts gives a way on from any element that it may cancel, one that is thrown from where it is thrown. The
 * milestone itself is passed by interruption only.
 */
export class Avoidance {
  readonly #flow: TokenFlow;
  readonly #milestone: string;
  readonly #order: readonly GraphNode[];
  /** elements from which each aim can be reached */
  readonly #marks: ReadonlyMap<Aim, ElementMarks>;
  #ways: Ways | undefined;

  /** `order`: all elements, best each behind those that it leads to. `ways` is filled where it is given. */
  constructor(flow: TokenFlow, milestone: string, order: readonly GraphNode[], ways?: Ways) {
    this.#flow = flow;
    this.#milestone = milestone;
    this.#order = order;
    this.#ways = ways;
    const aims: readonly Aim[] = [
      ...(flow.hasTerminate ? (['stop'] as const) : []),
      ...flow.handlers().map((id): Aim => `throw ${id}`),
      'end',
    ];
    this.#marks = new Map(aims.map((aim) => [aim, new ElementMarks(flow.places)]));
    for (let changed = true; changed; ) {
      changed = false;
      for (const node of order) if (this.#visit(node)) changed = true;
    }
  }

  /** Whether a token that comes to an element can end, within the scope of that element, without the milestone. */
  from(id: string, aim: Aim = 'end'): boolean {
    return this.#marks.get(aim)?.has(id) ?? false;
  }

  /** The way of a token from an element on, when there is one: elements and flows in order, branch after branch. */
  wayFrom(id: string, aim: Aim = 'end'): readonly string[] {
    const ways = this.#recorded();
    const way = new Set<string>();
    const seen = new Set<string>();
    const left: Onward[] = [{ target: id, aim }];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      if (at.flow !== undefined) way.add(at.flow);
      const key = `${at.aim} ${at.target}`;
      if (seen.has(key)) continue;
      seen.add(key);
      way.add(at.target);
      left.push(...[...(ways.get(at.aim)?.get(at.target) ?? [])].reverse());
    }
    return [...way];
  }

  /** How a token that leaves an element can reach an aim in its scope without the milestone; undefined when it cannot. */
  leaving(node: GraphNode, aim: Aim = 'end'): readonly Onward[] | undefined {
    const { all, some } = this.#flow.leaving(node.id);
    const thrown = this.#flow.thrownTo(node);
    if (thrown !== undefined) return aim === `throw ${thrown}` ? NOTHING : undefined;
    if (all.length + some.length === 0) return aim === 'end' || this.#stops(node, aim) ? NOTHING : undefined;
    if (aim !== 'end') return this.#anyOf(all, aim) ?? this.#anyOf(some, aim);
    const stop = this.#anyOf(all, 'stop') ?? this.#anyOf(some, 'stop');
    if (stop !== undefined) return stop;
    if (all.length === 0) return this.#anyOf(some, 'end');
    for (const { target } of all) if (!this.from(target)) return undefined;
    return all.map((edge) => ({ ...edge, aim }));
  }

  /** Whether an element can be completed without the milestone: always, but for the milestone and what holds it. */
  completes(node: GraphNode): boolean {
    return this.#pass(node) !== undefined;
  }

  /** The ways, found once more by the same rules: few milestones are ever asked for theirs. */
  #recorded(): Ways {
    if (this.#ways !== undefined) return this.#ways;
    const ways: Ways = new Map();
    new Avoidance(this.#flow, this.#milestone, this.#order, ways);
    this.#ways = ways;
    return ways;
  }

  #anyOf(edges: readonly Edge[], aim: Aim): readonly Onward[] | undefined {
    for (const edge of edges) if (this.from(edge.target, aim)) return [{ ...edge, aim }];
    return undefined;
  }

  #stops(node: GraphNode, aim: Aim): boolean {
    return aim === 'stop' && this.#flow.terminates(node);
  }

  #visit(node: GraphNode): boolean {
    let changed = false;
    for (const [aim, marks] of this.#marks) {
      if (marks.has(node.id)) continue;
      const found = this.#reach(node, aim);
      if (found === undefined) continue;
      marks.add(node.id);
      this.#record(node.id, aim, found);
      changed = true;
    }
    return changed;
  }

  #record(id: string, aim: Aim, way: readonly Onward[]): void {
    if (this.#ways === undefined) return;
    const ways = this.#ways.get(aim) ?? new Map<string, readonly Onward[]>();
    this.#ways.set(aim, ways.set(id, way));
  }

  #reach(node: GraphNode, aim: Aim): readonly Onward[] | undefined {
    const passed = this.#pass(node);
    const left = passed && this.leaving(node, aim);
    if (passed && left) return passed.length === 0 ? left : [...passed, ...left];
    const interrupted = this.#interrupted(node, aim);
    if (interrupted !== undefined) return interrupted;
    if (aim === 'end')
      return this.from(node.id, 'stop') ? (this.#ways?.get('stop')?.get(node.id) ?? NOTHING) : undefined;
    const beside = this.#flow.besides(node.id).find((id) => this.from(id, aim));
    if (beside !== undefined) return [{ target: beside, aim }];
    const start = this.#flow.startInside(node.id);
    const thrown = aim !== 'stop' && start !== undefined && this.from(start, aim);
    return thrown ? [{ target: start, aim }] : undefined;
  }

  /** How an element is completed without the milestone; undefined when it is not. */
  #pass(node: GraphNode): readonly Onward[] | undefined {
    if (node.id === this.#milestone) return undefined;
    const start = this.#flow.startInside(node.id);
    if (start === undefined) return NOTHING;
    const begins = [start, ...this.#flow.interruptingStarts(node.id)];
    const begin = begins.find((id) => this.from(id));
    if (begin !== undefined) return [{ target: begin, aim: 'end' }];
    return this.#thrown(start, this.#flow.everyStart(node.id), 'end');
  }

  /** How an event at the border of an element cancels it and leads to an aim. */
  #interrupted(node: GraphNode, aim: Aim): readonly Onward[] | undefined {
    const event = this.#flow.interrupters(node.id).find((id) => this.from(id, aim));
    if (event !== undefined) return [{ target: event, aim }];
    const start = this.#flow.startInside(node.id);
    return start === undefined ? undefined : this.#thrown(start, this.#flow.everyBoundary(node.id), aim);
  }

  #thrown(start: string, handlers: readonly string[], aim: Aim): readonly Onward[] | undefined {
    const handler = handlers.find((id) => this.from(start, `throw ${id}`) && this.from(id, aim));
    if (handler === undefined) return undefined;
    return [
      { target: start, aim: `throw ${handler}` },
      { target: handler, aim },
    ];
  }
}
