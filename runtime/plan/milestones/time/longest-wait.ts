import type { GraphNode } from '../../../model/process-graph.ts';
import { TokenFlow } from '../flow/token-flow.ts';
import type { LayerProcess } from '../layer-process.ts';
import { ElementWaits } from './element-wait.ts';

/** A way and how long its elements may keep a token together, in milliseconds. */
export interface Wait {
  readonly length: number;
  readonly path: readonly string[];
  /** elements at which time passes, each with all that has passed when it is left */
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly element: string;
  readonly length: number;
}

export interface LongestWait {
  /** of the ways that pass no loop a second time */
  readonly longest: Wait;
  /** loops in which time passes: how often they are gone through is not bounded */
  readonly loops: readonly Wait[];
}

interface Exit {
  readonly target: string;
  readonly over: readonly string[];
  readonly cost: number;
}

const NO_WAIT: Wait = { length: 0, path: [], marks: [] };
const UNKNOWN: Wait = { ...NO_WAIT, length: -1 };
const CALLS_WITHIN_CALLS = 10;

/** The way through a process on which timers and due dates add up to most, and the loops on which they do so for ever. */
export function longestWait(
  process: LayerProcess,
  unit: { readonly working: boolean },
  depth = CALLS_WITHIN_CALLS,
): LongestWait {
  return new Search(process, unit, depth).result();
}

class Search {
  readonly #process: LayerProcess;
  readonly #flow: TokenFlow;
  readonly #waits: ElementWaits;
  readonly #unit: { readonly working: boolean };
  readonly #depth: number;
  readonly #loops: Wait[] = [];

  constructor(process: LayerProcess, unit: { readonly working: boolean }, depth: number) {
    this.#process = process;
    this.#unit = unit;
    this.#depth = depth;
    this.#flow = new TokenFlow(process.graph);
    this.#waits = new ElementWaits(this.#flow, process.parameters ?? {}, unit);
  }

  result(): LongestWait {
    const longest = this.#within(undefined, this.#flow.entries);
    return { longest, loops: this.#loops };
  }

  /** The longest way from the start of a scope to where its tokens end. */
  #within(scope: string | undefined, starts: readonly string[]): Wait {
    const events = [...this.#flow.interruptingStarts(scope), ...this.#flow.startsBeside(scope)];
    const arrived = new Map<string, Wait>(starts.map((id) => [id, NO_WAIT]));
    const exits = new Map<string, readonly Exit[]>();
    const { order, loops } = sorted([...starts, ...events], (id) => this.#exits(id, exits));
    for (const id of events) arrived.set(id, { ...NO_WAIT, length: this.#eventWait(id) });
    let longest: Wait = NO_WAIT;
    for (const id of order) {
      const at = arrived.get(id);
      if (at === undefined) continue;
      for (const exit of exits.get(id) ?? []) {
        const wait = onward(at, id, exit);
        if (exit.target === '') longest = longer(longest, wait);
        else if (!loops.some((it) => it.from === id && it.to === exit.target))
          arrived.set(exit.target, longer(arrived.get(exit.target) ?? UNKNOWN, wait));
      }
    }
    for (const loop of loops) this.#measure(loop, order, exits, loops);
    return longest;
  }

  /** How long one round of a loop takes. */
  #measure(
    { from, to }: Loop,
    order: readonly string[],
    exits: ReadonlyMap<string, readonly Exit[]>,
    loops: readonly Loop[],
  ): void {
    const arrived = new Map<string, Wait>([[to, NO_WAIT]]);
    for (const id of order) {
      const at = arrived.get(id);
      if (at === undefined) continue;
      for (const exit of exits.get(id) ?? []) {
        const wait = onward(at, id, exit);
        if (id === from && exit.target === to && wait.length > 0)
          this.#loops.push({ ...wait, path: [...wait.path, to] });
        if (!loops.some((it) => it.from === id && it.to === exit.target))
          arrived.set(exit.target, longer(arrived.get(exit.target) ?? UNKNOWN, wait));
      }
    }
  }

  #eventWait(start: string): number {
    const node = this.#flow.node(start);
    return node === undefined ? 0 : this.#waits.occurred(node, 0);
  }

  #exits(id: string, known: Map<string, readonly Exit[]>): readonly Exit[] {
    const found = known.get(id) ?? this.#exitsOf(id);
    known.set(id, found);
    return found;
  }

  #exitsOf(id: string): readonly Exit[] {
    const node = this.#flow.node(id);
    if (node === undefined) return [];
    const inside = this.#inside(node);
    const cost = this.#waits.completed(node, inside.length);
    const { all, some } = this.#flow.leaving(id);
    const onward = [...all, ...some].map(
      ({ target, flow }): Exit => ({
        target,
        over: [...inside.path, ...(flow === undefined ? [] : [flow])],
        cost,
      }),
    );
    const events = [...this.#flow.interrupters(id), ...this.#flow.besides(id)].flatMap((event): Exit[] => {
      const at = this.#flow.node(event);
      return at === undefined ? [] : [{ target: event, over: [], cost: this.#waits.occurred(at, cost) }];
    });
    return onward.length > 0 ? [...onward, ...events] : [{ target: '', over: inside.path, cost }, ...events];
  }

  #inside(node: GraphNode): Wait {
    const start = this.#flow.startInside(node.id);
    if (start !== undefined) return this.#within(node.id, [start]);
    if (node.kind !== 'call-activity' || this.#depth === 0) return NO_WAIT;
    const called = this.#process.called?.(node.calledElement);
    if (called === undefined) return NO_WAIT;
    const { longest, loops } = longestWait({ ...this.#process, graph: called }, this.#unit, this.#depth - 1);
    if (loops.length > 0) this.#loops.push({ ...NO_WAIT, length: loops[0]?.length ?? 0, path: [node.id] });
    return { ...NO_WAIT, length: longest.length };
  }
}

function onward(at: Wait, id: string, { cost, over }: Exit): Wait {
  const length = at.length + cost;
  const marks = cost > 0 ? [...at.marks, { element: id, length }] : at.marks;
  return { length, path: [...at.path, id, ...over], marks };
}

function longer(one: Wait, other: Wait): Wait {
  return other.length > one.length ? other : one;
}

interface Loop {
  readonly from: string;
  readonly to: string;
}

/** Elements in topological order once the steps that close a loop are left out. */
function sorted(
  starts: readonly string[],
  exits: (id: string) => readonly Exit[],
): { order: readonly string[]; loops: readonly Loop[] } {
  const done: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const loops: Loop[] = [];
  const stack = [...starts].reverse().map((id) => ({ id, from: '', left: false }));
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const { id, from, left } = at;
    if (left) {
      state.set(id, 'done');
      done.push(id);
    } else if (state.get(id) === 'open') loops.push({ from, to: id });
    else if (!state.has(id)) {
      state.set(id, 'open');
      stack.push({ id, from, left: true });
      const next = exits(id).filter(({ target }) => target !== '');
      for (const { target } of [...next].reverse()) stack.push({ id: target, from: id, left: false });
    }
  }
  return { order: done.reverse(), loops };
}
