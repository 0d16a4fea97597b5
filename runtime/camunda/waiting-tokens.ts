import type { Token } from '../engine/instance-state.ts';
import type { ProcessGraph } from '../model/process-graph.ts';
import type { ObservedActivity } from './observed.ts';

/** What Camunda's history adds to the id of an activity that runs several times. */
const body = '#multiInstanceBody';
const joins: ReadonlySet<string> = new Set(['parallelGateway', 'inclusiveGateway']);

/**
 * Where an instance stands on the engine, as tokens of our own engine: what is open in its history, with the numbers
 * that it has here. Steps to return to, and what a correction may name, are derived from them as on the embedded engine.
 * Events that wait beside an activity, and continuations that a job has to begin, are not in the engine's history and
 * therefore not here.
 */
export function waitingTokens(
  activities: readonly ObservedActivity[],
  numbers: ReadonlyMap<string, number>,
  graphOf: (processKey: string | null) => ProcessGraph | undefined,
): Token[] {
  const tokens: Token[] = [];
  const taken = new Map<string, Set<string>>();
  for (const activity of activities) {
    const number = numbers.get(activity.id);
    if (activity.ended || number === undefined) continue;
    const parent = activity.parentId === null ? undefined : numbers.get(activity.parentId);
    const flow = joins.has(activity.elementType)
      ? arrivedBy(activities, activity, graphOf(activity.processKey), taken)
      : undefined;
    tokens.push({
      i: number,
      e: activity.elementId.replace(body, ''),
      ...(parent === undefined ? {} : { p: parent }),
      ...(flow === undefined ? {} : { f: flow }),
      ...(activity.elementId.endsWith(body) ? { m: true as const } : {}),
      ...(activity.calledKey === null ? {} : { c: { d: activity.calledKey } }),
    });
  }
  return tokens.sort((one, other) => one.i - other.i);
}

/**
 * The flow by which something came that waits in a join: one whose source ended last and that no other has come by. The
 * engine does not tell; what waits in a join differs by nothing else.
 */
function arrivedBy(
  activities: readonly ObservedActivity[],
  join: ObservedActivity,
  graph: ProcessGraph | undefined,
  taken: Map<string, Set<string>>,
): string | undefined {
  if (!graph) return undefined;
  const place = `${join.parentId ?? ''}/${join.elementId}`;
  const used = taken.get(place) ?? new Set();
  taken.set(place, used);
  const incoming = Object.entries(graph.flows).filter(([, { target }]) => target === join.elementId);
  for (const source of [...activities].reverse()) {
    if (!source.ended || source.canceled || source.parentId !== join.parentId) continue;
    const flow = incoming.find(([id, { source: from }]) => from === source.elementId && !used.has(id));
    if (!flow) continue;
    used.add(flow[0]);
    return flow[0];
  }
  return undefined;
}
