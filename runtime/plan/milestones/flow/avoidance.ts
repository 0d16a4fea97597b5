import type { GraphNode } from '../../../model/process-graph.ts';
import type { Edge, TokenFlow } from './token-flow.ts';

/** What a token that comes to an element can bring about without the milestone: its own end, or that of its scope. */
type Aim = 'end' | 'stop';

/** Where the token goes on, and what for. */
export interface Onward extends Edge {
  readonly aim: Aim;
}

interface Marks {
  readonly end: Map<string, readonly Onward[]>;
  readonly stop: Map<string, readonly Onward[]>;
}

/**
 * Whether tokens can come to an end without completing one element, the milestone, and how.
 *
 * The answer is the least fixed point of these rules, so that every “yes” has a finite way:
 * a token ends at an end event; at a choice it needs one flow on which it can end; at a fork all of them, or one that
 * terminates the scope (then the others are cancelled); a subprocess has to end inside and behind it; an event that
 * interrupts gives a way on from any element that it may cancel. The milestone itself is passed by interruption only.
 */
export class Avoidance {
  readonly #flow: TokenFlow;
  readonly #milestone: string;
  readonly #marks: Marks = { end: new Map(), stop: new Map() };

  constructor(flow: TokenFlow, milestone: string, order: readonly string[]) {
    this.#flow = flow;
    this.#milestone = milestone;
    for (let changed = true; changed; ) {
      changed = false;
      for (const id of order) {
        const node = flow.node(id);
        if (node !== undefined && this.#visit(node)) changed = true;
      }
    }
  }

  /** Whether a token that comes to an element can end, within the scope of that element, without the milestone. */
  from(id: string): boolean {
    return this.#marks.end.has(id);
  }

  /** The way of a token from an element on, when there is one: elements and flows in order, branch after branch. */
  wayFrom(id: string): readonly string[] {
    const way: string[] = [];
    const seen = new Set<string>();
    const left: Onward[] = [{ target: id, aim: 'end' }];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      if (at.flow !== undefined && !way.includes(at.flow)) way.push(at.flow);
      const key = `${at.aim} ${at.target}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (!way.includes(at.target)) way.push(at.target);
      left.push(...[...(this.#marks[at.aim].get(at.target) ?? [])].reverse());
    }
    return way;
  }

  /** How a token that leaves an element can end in its scope without the milestone; undefined when it cannot. */
  leaving(node: GraphNode): readonly Onward[] | undefined {
    const { all, some } = this.#flow.leaving(node.id);
    if (all.length + some.length === 0) return this.#flow.endOf(node) === 'caught' ? undefined : [];
    const stop = this.#stopping(node);
    if (stop !== undefined) return stop;
    if (all.length > 0) return all.every(({ target }) => this.from(target)) ? all.map(toEnd) : undefined;
    const one = some.find(({ target }) => this.from(target));
    return one && [toEnd(one)];
  }

  /** Whether an element can be completed without the milestone: always, but for the milestone and what holds it. */
  completes(node: GraphNode): boolean {
    return this.#pass(node) !== undefined;
  }

  #visit(node: GraphNode): boolean {
    const stop = this.#mark('stop', node.id, () => this.#stop(node));
    return this.#mark('end', node.id, () => this.#end(node)) || stop;
  }

  #mark(aim: Aim, id: string, onward: () => readonly Onward[] | undefined): boolean {
    if (this.#marks[aim].has(id)) return false;
    const found = onward();
    if (found !== undefined) this.#marks[aim].set(id, found);
    return found !== undefined;
  }

  #end(node: GraphNode): readonly Onward[] | undefined {
    const passed = this.#pass(node);
    const left = passed && this.leaving(node);
    if (passed && left) return [...passed, ...left];
    const event = this.#flow.interrupters(node.id).find((id) => this.from(id));
    if (event !== undefined) return [{ target: event, aim: 'end' }];
    return this.#marks.stop.get(node.id);
  }

  #stop(node: GraphNode): readonly Onward[] | undefined {
    const passed = this.#pass(node);
    const left = passed && this.#stopping(node);
    if (passed && left) return [...passed, ...left];
    const events = [...this.#flow.interrupters(node.id), ...this.#flow.besides(node.id)];
    const event = events.find((id) => this.#marks.stop.has(id));
    return event === undefined ? undefined : [{ target: event, aim: 'stop' }];
  }

  /** How an element is completed without the milestone; undefined when it is not. */
  #pass(node: GraphNode): readonly Onward[] | undefined {
    if (node.id === this.#milestone) return undefined;
    const start = this.#flow.startInside(node.id);
    if (start === undefined) return [];
    const begins = [start, ...this.#flow.interruptingStarts(node.id)];
    const begin = begins.find((id) => this.from(id));
    return begin === undefined ? undefined : [{ target: begin, aim: 'end' }];
  }

  #stopping(node: GraphNode): readonly Onward[] | undefined {
    const { all, some } = this.#flow.leaving(node.id);
    if (all.length + some.length === 0) return this.#flow.endOf(node) === 'of-scope' ? [] : undefined;
    const one = [...all, ...some].find(({ target }) => this.#marks.stop.has(target));
    return one && [{ ...one, aim: 'stop' }];
  }
}

function toEnd(edge: Edge): Onward {
  return { ...edge, aim: 'end' };
}
