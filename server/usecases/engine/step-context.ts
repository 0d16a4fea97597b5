import { calendarOf } from '@oneplan/runtime/calendar/plan-calendar.ts';
import type { StepContext } from '@oneplan/runtime/engine/step.ts';
import type { Context } from '../../context.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';

/** What a step of an instance under this bundle is handed: the time, and what the bundle binds its calls to. */
export function stepContext(context: Context, bundle: PublishedBundle): StepContext {
  return {
    now: context.now(),
    calendar: calendarOf(bundle.manifest, context.timeZone),
    calledProcess: (key) => bundle.processes.get(key)?.graph,
    decision: (key) => bundle.decisions.get(key),
  };
}
