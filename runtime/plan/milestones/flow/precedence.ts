import type { GraphNode } from '../../../model/process-graph.ts';
import type { Avoidance } from './avoidance.ts';
import { ElementMarks } from './element-marks.ts';
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
  readonly #reached: ElementMarks;
  #origins: Map<string, Origin> | undefined;

  /** `origins` is filled where it is given. */
  constructor(flow: TokenFlow, avoidance: Avoidance, milestone: string, origins?: Map<string, Origin>) {
    this.#flow = flow;
    this.#avoidance = avoidance;
    this.#milestone = milestone;
    this.#reached = new ElementMarks(flow.places);
    this.#origins = origins;
    const waiting: string[] = [];
    const reach = (id: string, from?: string, flow?: string) => {
      if (this.#reached.has(id)) return;
      this.#reached.add(id);
      waiting.push(id);
      origins?.set(id, { ...(from !== undefined && { from }), ...(flow !== undefined && { flow }) });
    };
    for (const id of flow.entries) reach(id);
    for (const id of this.#eventStarts(undefined)) reach(id);
    for (const id of waiting) this.#goOn(id, reach);
  }

  /** Whether an element can be come to while the milestone is still to be completed. */
  reaches(id: string): boolean {
    return this.#reached.has(id);
  }

  /** One way by which it is, from the start to that element. */
  wayTo(id: string): readonly string[] {
    const origins = this.#recorded();
    const way: string[] = [];
    for (let at: string | undefined = id; at !== undefined; ) {
      const origin: Origin = origins.get(at) ?? {};
      way.push(at);
      if (origin.flow !== undefined) way.push(origin.flow);
      at = origin.from;
    }
    return way.reverse();
  }

  /** The origins, found once more in the same order: few milestones are ever asked for theirs. */
  #recorded(): ReadonlyMap<string, Origin> {
    if (this.#origins !== undefined) return this.#origins;
    const origins = new Map<string, Origin>();
    new Precedence(this.#flow, this.#avoidance, this.#milestone, origins);
    this.#origins = origins;
    return origins;
  }

  #goOn(id: string, reach: (id: string, from: string, flow?: string) => void): void {
    const node = this.#flow.node(id);
    if (node === undefined) return;
    const inside = this.#flow.startInside(id);
    if (inside !== undefined) for (const start of [inside, ...this.#eventStarts(id)]) reach(start, id);
    for (const event of [...this.#flow.interrupters(id), ...this.#flow.besides(id)]) reach(event, id);
    if (!this.#leaves(node)) return;
    const handler = this.#flow.thrownTo(node);
    if (handler !== undefined) reach(handler, id);
    const { all, some } = this.#flow.leaving(id);
    for (const { target, flow } of [...all, ...some]) if (this.#opens(target)) reach(target, id, flow);
  }

  #leaves(node: GraphNode): boolean {
    return node.id !== this.#milestone && this.#avoidance.completes(node);
  }

  #opens(target: string): boolean {
    if (this.#flow.node(target)?.kind !== 'parallel-gateway') return true;
    return this.#flow.incoming(target).every(({ target: before }) => {
      const node = this.#flow.node(before);
      return this.#reached.has(before) && node !== undefined && this.#leaves(node);
    });
  }

  #eventStarts(scope: string | undefined): readonly string[] {
    return [...this.#flow.interruptingStarts(scope), ...this.#flow.startsBeside(scope)];
  }
}
