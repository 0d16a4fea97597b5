import type { GraphNode, NodeKind, NodeOfKind } from '../model/process-graph.ts';
import type { EndReason, Token } from './instance-state.ts';
import type { Run } from './run.ts';

/** What one kind of element does. A behaviour keeps no state; everything is in the run and the token. */
export interface Behaviour<N extends GraphNode = GraphNode> {
  /** A token is about to arrive in a scope (undefined: the process); its activity has not started yet. */
  arrive?(run: Run, node: N, parent: number | undefined): void;
  /**
   * A token has arrived: its activity is started and its inputs are mapped. The behaviour puts the token to
   * rest or lets it leave. `flow` is the sequence flow by which it came, if by one.
   */
  enter(run: Run, node: N, token: Token, flow: string | undefined): void;
  /** Nothing is left inside the resting token; it leaves unless the behaviour does something else first. */
  emptied?(run: Run, node: N, token: Token): void;
  /** Reports the end of what the resting token waited for; it leaves or is cancelled right after. */
  endWait?(run: Run, node: N, token: Token, reason: EndReason): void;
}

export type Behaviours = { readonly [K in NodeKind]: Behaviour<NodeOfKind<K>> };
