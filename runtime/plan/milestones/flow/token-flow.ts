import type { BoundaryEventNode, GraphNode, ProcessGraph } from '../../../model/process-graph.ts';

/** A step of a token to the next element; a link event has no sequence flow. */
export interface Edge {
  readonly flow?: string;
  readonly target: string;
}

/** How a token leaves an element: by every flow of `all`, and by any of `some` (by one of them where `all` is empty). */
export interface Leaving {
  readonly all: readonly Edge[];
  readonly some: readonly Edge[];
}

/** Events at the border of an activity, by what they do to it. */
interface Border {
  readonly all: readonly string[];
  readonly interrupters: readonly string[];
  readonly besides: readonly string[];
}

/** Start events of the event subprocesses of a scope, by what they do to it; `all`: those that never occur as well. */
interface EventStarts {
  readonly all: readonly string[];
  readonly interrupting: readonly string[];
  readonly besides: readonly string[];
}

const NONE: readonly string[] = [];
const NOWHERE: Leaving = { all: [], some: [] };

/**
 * How tokens can move through a process when nothing is known of data, time and what people do: every condition may
 * hold or not, every event may occur. `ignored` names interrupting boundary events and event subprocesses that are
 * taken never to occur.
 */
export class TokenFlow {
  readonly graph: ProcessGraph;
  /** the elements, numbered from 0 */
  readonly places: ReadonlyMap<string, number>;
  /** elements at which the process begins */
  readonly entries: readonly string[];
  readonly #ignored: ReadonlySet<string>;
  readonly #incoming = new Map<string, Edge[]>();
  readonly #leaving = new Map<string, Leaving>();
  readonly #borders = new Map<string, Border>();
  readonly #startsInside = new Map<string, string>();
  readonly #eventStarts = new Map<string | undefined, EventStarts>();
  /** some end event terminates its scope */
  readonly hasTerminate: boolean;
  readonly #thrownTo = new Map<string, string>();

  constructor(graph: ProcessGraph, ignored: ReadonlySet<string> = new Set()) {
    this.graph = graph;
    this.#ignored = ignored;
    const { start, eventStarts = [] } = graph;
    this.entries = start === '' ? eventStarts : [start, ...eventStarts];
    const nodes = Object.values(graph.nodes);
    this.places = new Map(nodes.map(({ id }, place) => [id, place]));
    for (const node of nodes)
      if (node.kind === 'subprocess' || node.kind === 'event-subprocess')
        this.#startsInside.set(node.id, node.start);
    for (const scope of [undefined, ...this.#startsInside.keys()])
      this.#eventStarts.set(scope, this.#eventStartsOf(scope));
    this.hasTerminate = nodes.some((node) => this.terminates(node));
    for (const node of nodes)
      if (node.boundaries !== undefined) this.#borders.set(node.id, this.#borderOf(node));
    for (const node of nodes) {
      const catcher = this.#catcherOf(node);
      if (catcher !== undefined) this.#thrownTo.set(node.id, catcher);
      this.#leaving.set(node.id, this.#leavingOf(node));
    }
    for (const [id, { all, some }] of this.#leaving)
      for (const { flow, target } of [...all, ...some]) {
        const edge = { target: id, ...(flow !== undefined && { flow }) };
        this.#incoming.set(target, [...(this.#incoming.get(target) ?? []), edge]);
      }
  }

  node(id: string): GraphNode | undefined {
    return Object.hasOwn(this.graph.nodes, id) ? this.graph.nodes[id] : undefined;
  }

  leaving(id: string): Leaving {
    return this.#leaving.get(id) ?? NOWHERE;
  }

  /** Where tokens come from; `target` of an edge is the element before. */
  incoming(id: string): readonly Edge[] {
    return this.#incoming.get(id) ?? [];
  }

  /** Boundary events that may cancel an activity. */
  interrupters(id: string): readonly string[] {
    return this.#borders.get(id)?.interrupters ?? NONE;
  }

  /** Boundary events that occur beside an activity. */
  besides(id: string): readonly string[] {
    return this.#borders.get(id)?.besides ?? NONE;
  }

  /** Start events of the event subprocesses that may cancel what runs in a scope (undefined: the process). */
  interruptingStarts(scope: string | undefined): readonly string[] {
    return this.#eventStarts.get(scope)?.interrupting ?? NONE;
  }

  startsBeside(scope: string | undefined): readonly string[] {
    return this.#eventStarts.get(scope)?.besides ?? NONE;
  }

  /** Start event inside a subprocess or event subprocess. */
  startInside(id: string): string | undefined {
    return this.#startsInside.get(id);
  }

  /** A terminate end event: whatever runs in its scope ends with it. */
  terminates(node: GraphNode): boolean {
    return node.kind === 'end-event' && node.result?.throws === 'terminate';
  }

  /**
   * The event that catches the error or escalation which an element throws, and cancels what it comes out of. Its id is
   * that of the boundary event, or of the start event of the event subprocess.
   */
  thrownTo(node: GraphNode): string | undefined {
    return this.#thrownTo.get(node.id);
  }

  /** Every event that something is thrown to. */
  handlers(): readonly string[] {
    return [...new Set(this.#thrownTo.values())];
  }

  /** Boundary events of an activity, those taken never to occur as well. */
  everyBoundary(id: string): readonly string[] {
    return this.#borders.get(id)?.all ?? NONE;
  }

  /** Start events of the event subprocesses of a scope, those taken never to occur as well. */
  everyStart(scope: string | undefined): readonly string[] {
    return this.#eventStarts.get(scope)?.all ?? NONE;
  }

  #leavingOf(node: GraphNode): Leaving {
    if (this.#thrownTo.has(node.id)) return NOWHERE;
    if (node.kind === 'throw-event' && node.result?.throws === 'link')
      return { all: [{ target: node.result.target }], some: [] };
    const edges = node.outgoing.flatMap((flow) => {
      const found = this.graph.flows[flow];
      return found === undefined ? [] : [{ flow, target: found.target }];
    });
    if (edges.length < 2) return { all: edges, some: [] };
    switch (node.kind) {
      case 'parallel-gateway':
        return { all: edges, some: [] };
      case 'exclusive-gateway':
      case 'event-based-gateway':
        return { all: [], some: edges };
      default: {
        const always = ({ flow }: { flow: string }) =>
          flow !== node.defaultFlow && this.graph.flows[flow]?.condition === undefined;
        return { all: edges.filter(always), some: edges.filter((edge) => !always(edge)) };
      }
    }
  }

  #borderOf({ boundaries = [] }: GraphNode): Border {
    const events = boundaries.flatMap((id) => {
      const node = this.node(id);
      return node?.kind === 'boundary-event' ? [node] : [];
    });
    const ids = (some: readonly BoundaryEventNode[]) => some.map((event) => event.id);
    return {
      all: ids(events),
      interrupters: ids(events.filter((event) => event.interrupting && !this.#ignored.has(event.id))),
      besides: ids(events.filter((event) => !event.interrupting)),
    };
  }

  #eventStartsOf(scope: string | undefined): EventStarts {
    const starts = eventSubprocessesOf(this.graph, scope).flatMap((id) => {
      const start = this.startInside(id);
      return start === undefined ? [] : [{ id, start }];
    });
    const occurring = (interrupting: boolean) =>
      starts.flatMap(({ id, start }) => {
        const node = this.node(start);
        const fits = node?.kind === 'start-event' && (node.interrupting ?? true) === interrupting;
        return fits && !this.#ignored.has(id) ? [start] : [];
      });
    return {
      all: starts.map(({ start }) => start),
      interrupting: occurring(true),
      besides: occurring(false),
    };
  }

  #catcherOf(thrower: GraphNode): string | undefined {
    const result =
      thrower.kind === 'end-event' || thrower.kind === 'throw-event' ? thrower.result : undefined;
    if (result?.throws !== 'error' && result?.throws !== 'escalation') return undefined;
    for (let at: GraphNode | undefined = thrower; at !== undefined; ) {
      const around: string | undefined = at.scope;
      const handlers = [
        ...this.everyStart(around),
        ...(around === undefined ? [] : this.everyBoundary(around)),
      ];
      const caught = handlers.map((id) => this.node(id));
      const handler = caught.find((node) => node !== undefined && catches(node, result.throws, result.code));
      if (handler !== undefined)
        return 'interrupting' in handler && (handler.interrupting ?? true) ? handler.id : undefined;
      at = around === undefined ? undefined : this.node(around);
    }
    return undefined;
  }
}

export function eventSubprocessesOf(graph: ProcessGraph, scope: string | undefined): readonly string[] {
  const around = scope === undefined ? graph : graph.nodes[scope];
  return (around !== undefined && 'eventSubprocesses' in around && around.eventSubprocesses) || [];
}

function catches(node: GraphNode, on: 'error' | 'escalation', code: string): boolean {
  const trigger = 'trigger' in node ? node.trigger : undefined;
  if (trigger === undefined || trigger.on !== on) return false;
  return !('code' in trigger) || trigger.code === undefined || trigger.code === code;
}
