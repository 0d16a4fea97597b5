import type { GraphNode } from '../../../model/process-graph.ts';
import type { Avoidance } from './avoidance.ts';
import type { TokenFlow } from './token-flow.ts';

/** Where a token came from: the element before and the flow between, absent for events and starts inside. */
interface Origin {
  readonly from?: string;
  readonly flow?: string;
}

/**
 * What a process can come to before one element, the milestone, has been completed, and how. An element that is not in
 * here is dominated by the milestone: every run completes the milestone first. A parallel join is reached when all of
 * its flows are, anything else when one is.
 */
export class Precedence {
  readonly #flow: TokenFlow;
  readonly #avoidance: Avoidance;
  readonly #milestone: string;
  readonly #origins = new Map<string, Origin>();

  constructor(flow: TokenFlow, avoidance: Avoidance, milestone: string) {
    this.#flow = flow;
    this.#avoidance = avoidance;
    this.#milestone = milestone;
    const waiting: string[] = [];
    const reach = (id: string, origin: Origin) => {
      if (this.#origins.has(id)) return;
      this.#origins.set(id, origin);
      waiting.push(id);
    };
    for (const id of flow.entries()) reach(id, {});
    for (const id of this.#eventStarts(undefined)) reach(id, {});
    for (const id of waiting) this.#goOn(id, reach);
  }

  /** Whether an element can be come to while the milestone is still to be completed. */
  reaches(id: string): boolean {
    return this.#origins.has(id);
  }

  /** One way by which it is, from the start to that element. */
  wayTo(id: string): readonly string[] {
    const way: string[] = [];
    for (let at: string | undefined = id; at !== undefined; ) {
      const origin: Origin = this.#origins.get(at) ?? {};
      way.push(at);
      if (origin.flow !== undefined) way.push(origin.flow);
      at = origin.from;
    }
    return way.reverse();
  }

  #goOn(id: string, reach: (id: string, origin: Origin) => void): void {
    const node = this.#flow.node(id);
    if (node === undefined) return;
    const inside = this.#flow.startInside(id);
    if (inside !== undefined)
      for (const start of [inside, ...this.#eventStarts(id)]) reach(start, { from: id });
    for (const event of [...this.#flow.interrupters(id), ...this.#flow.besides(id)])
      reach(event, { from: id });
    if (!this.#leaves(node)) return;
    const handler = this.#flow.thrownTo(node);
    if (handler !== undefined) reach(handler, { from: id });
    const { all, some } = this.#flow.leaving(id);
    for (const { target, flow } of [...all, ...some])
      if (this.#opens(target)) reach(target, { from: id, ...(flow !== undefined && { flow }) });
  }

  #leaves(node: GraphNode): boolean {
    return node.id !== this.#milestone && this.#avoidance.completes(node);
  }

  #opens(target: string): boolean {
    if (this.#flow.node(target)?.kind !== 'parallel-gateway') return true;
    return this.#flow.incoming(target).every(({ target: before }) => {
      const node = this.#flow.node(before);
      return this.#origins.has(before) && node !== undefined && this.#leaves(node);
    });
  }

  #eventStarts(scope: string | undefined): readonly string[] {
    return [...this.#flow.interruptingStarts(scope), ...this.#flow.startsBeside(scope)];
  }
}
