import { addDuration } from '../../model/iso8601.ts';
import type { GraphNode } from '../../model/process-graph.ts';
import type { AddPeriod } from '../../model/repetition.ts';
import type { Run } from '../run.ts';

/** How durations of an element are counted: by working days when its camunda:property `calendar` says so. */
export function calendarOf(run: Run, node: GraphNode): AddPeriod {
  const { calendar } = run.context;
  if (calendar === undefined || node.properties?.calendar !== 'working-days') return addDuration;
  return (instant, period) => calendar.addWorkingDays(instant, period);
}
