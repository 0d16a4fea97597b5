import type { GraphNode, ProcessGraph, TimerDefinition } from '../../../model/process-graph.ts';
import { countsWorkingDays } from './wait-length.ts';

/** A time that an element keeps: its due date, its own timer, or that of an event at its border. */
export interface Bound {
  /** element that holds it */
  readonly node: GraphNode;
  readonly property: 'dueDate' | 'timer';
  /** duration, date or cycle */
  readonly kind: 'duration' | 'date' | 'cycle';
  readonly source: string;
  readonly working: boolean;
  /** an event at the border: whether it cancels the activity */
  readonly interrupting?: boolean;
}

/** The times of an element, those of the timer events at its border among them. */
export function boundsOf(graph: ProcessGraph, node: GraphNode): readonly Bound[] {
  const attached = (node.boundaries ?? []).flatMap((id) => graph.nodes[id] ?? []);
  return [node, ...attached].flatMap((it) => ownBounds(it));
}

function ownBounds(node: GraphNode): Bound[] {
  const working = countsWorkingDays(node);
  if (node.kind === 'user-task' && node.dueDate !== undefined)
    return [{ node, property: 'dueDate', kind: 'duration', source: node.dueDate, working }];
  const trigger = 'trigger' in node ? node.trigger : undefined;
  if (trigger?.on !== 'timer') return [];
  const interrupting = node.kind === 'boundary-event' ? { interrupting: node.interrupting } : {};
  return [{ node, property: 'timer', ...textOf(trigger.timer), working, ...interrupting }];
}

function textOf(timer: TimerDefinition): Pick<Bound, 'kind' | 'source'> {
  if (timer.duration !== undefined) return { kind: 'duration', source: timer.duration };
  if (timer.date !== undefined) return { kind: 'date', source: timer.date };
  return { kind: 'cycle', source: timer.cycle };
}
