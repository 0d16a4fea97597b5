import type { GraphNode } from '../../../model/process-graph.ts';
import type { TokenFlow } from '../flow/token-flow.ts';
import { boundsOf } from './bounds.ts';
import { inUnitsOf, waitLength } from './wait-length.ts';

/** How long elements keep a token at most, as far as timers and due dates tell; milliseconds in the unit of one limit. */
export class ElementWaits {
  readonly #flow: TokenFlow;
  readonly #parameters: Readonly<Record<string, unknown>>;
  readonly #unit: { readonly working: boolean };

  constructor(
    flow: TokenFlow,
    parameters: Readonly<Record<string, unknown>>,
    unit: { readonly working: boolean },
  ) {
    this.#flow = flow;
    this.#parameters = parameters;
    this.#unit = unit;
  }

  /** Until an element is completed; `inside` is what runs in it. A timer that cancels it ends that, too. */
  completed(node: GraphNode, inside = 0): number {
    if (node.kind === 'event-based-gateway') return this.#first(node);
    const counted = node.kind === 'boundary-event' || node.kind === 'start-event';
    if (counted || this.#isRaced(node)) return 0;
    const bounds = boundsOf(this.#flow.graph, node);
    const cancelled = bounds.flatMap((it) => (it.interrupting === true ? (this.#length(it) ?? []) : []));
    const own = bounds.flatMap((it) => (it.node.id === node.id ? (this.#length(it) ?? []) : []));
    const wait = inside > 0 ? [inside, ...cancelled] : cancelled.length > 0 ? cancelled : own;
    return wait.length === 0 ? 0 : Math.min(...wait);
  }

  /**
   * Until an event at the border of an element occurs: a timer when it is due, anything else at the last moment. An event
   * beside an element that is bounded itself (a reminder) occurs within its time or not at all.
   */
  occurred(event: GraphNode, completed: number): number {
    const [timer] = boundsOf(this.#flow.graph, event);
    const due = timer && this.#length(timer);
    if (due === undefined) return completed;
    return timer?.interrupting === false && completed > 0 ? Math.min(due, completed) : due;
  }

  /** Of several events the first timer is the last moment. */
  #first(gateway: GraphNode): number {
    const events = this.#flow.leaving(gateway.id).some.flatMap(({ target }) => this.#flow.node(target) ?? []);
    const timers = events.flatMap((event) =>
      boundsOf(this.#flow.graph, event).flatMap((it) => this.#length(it) ?? []),
    );
    return timers.length === 0 ? 0 : Math.min(...timers);
  }

  #isRaced(node: GraphNode): boolean {
    return this.#flow
      .incoming(node.id)
      .some(({ target }) => this.#flow.node(target)?.kind === 'event-based-gateway');
  }

  #length({ kind, source, working }: ReturnType<typeof boundsOf>[number]): number | undefined {
    const found = kind === 'duration' ? waitLength(source, this.#parameters, working) : undefined;
    return found && inUnitsOf(found, this.#unit);
  }
}
