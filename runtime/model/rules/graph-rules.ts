import { boundaryEvents } from './boundary-events.ts';
import { deadEnds } from './dead-ends.ts';
import { defaultFlows } from './default-flows.ts';
import { endEvents } from './end-events.ts';
import { eventGateways } from './event-gateways.ts';
import { eventHandlers } from './event-handlers.ts';
import { eventSubprocesses } from './event-subprocesses.ts';
import { exclusiveGateways } from './exclusive-gateways.ts';
import { flowScopes } from './flow-scopes.ts';
import type { GraphRule } from './graph-rule.ts';
import { inclusiveGateways } from './inclusive-gateways.ts';
import { parallelGateways } from './parallel-gateways.ts';
import { reachability } from './reachability.ts';
import { startEvents } from './start-events.ts';
import { startNames } from './start-names.ts';
import { userTaskPeople } from './user-task-people.ts';

/** Every rule that a process must meet before it is deployed. */
export const GRAPH_RULES: readonly GraphRule[] = [
  startEvents,
  startNames,
  endEvents,
  flowScopes,
  deadEnds,
  reachability,
  exclusiveGateways,
  parallelGateways,
  inclusiveGateways,
  eventGateways,
  defaultFlows,
  boundaryEvents,
  eventSubprocesses,
  eventHandlers,
  userTaskPeople,
];
