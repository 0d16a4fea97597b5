import { boundaryEvents } from './boundary-events.ts';
import { deadEnds } from './dead-ends.ts';
import { defaultFlows } from './default-flows.ts';
import { endEvents } from './end-events.ts';
import { exclusiveGateways } from './exclusive-gateways.ts';
import { flowScopes } from './flow-scopes.ts';
import type { GraphRule } from './graph-rule.ts';
import { parallelGateways } from './parallel-gateways.ts';
import { reachability } from './reachability.ts';
import { startEvents } from './start-events.ts';
import { userTaskPeople } from './user-task-people.ts';

/** Every rule that a process must meet before it is deployed. */
export const GRAPH_RULES: readonly GraphRule[] = [
  startEvents,
  endEvents,
  flowScopes,
  deadEnds,
  reachability,
  exclusiveGateways,
  parallelGateways,
  defaultFlows,
  boundaryEvents,
  userTaskPeople,
];
