import { calendarOf } from '@oneplan/runtime/calendar/plan-calendar.ts';
import type { Exploration } from '@oneplan/runtime/simulation/exploration/exploration.ts';
import { explorePlan } from '@oneplan/runtime/simulation/exploration/explore-plan.ts';
import { type DraftFiles, readDraft } from '../draft/draft-files.ts';

/** What the worker is asked. */
export interface ExplorationRequest {
  readonly planKey: string;
  readonly files: DraftFiles;
  readonly timeZone: string;
  /** ms since 1970 */
  readonly now: number;
}

/** By key of the flow. */
export type ExplorationAnswer =
  | { readonly ok: true; readonly explorations: ReadonlyMap<string, Exploration> }
  | { readonly ok: false; readonly message: string };

/** Runs beside the page, so that nobody's typing waits while every path is played. */
addEventListener('message', (event: MessageEvent<ExplorationRequest>) => {
  void explore(event.data).then((answer) => postMessage(answer));
});

async function explore({ planKey, files, timeZone, now }: ExplorationRequest): Promise<ExplorationAnswer> {
  try {
    const plan = await readDraft(planKey, files);
    if (plan === null) return { ok: false, message: 'The plan cannot be read.' };
    const context = { now, calendar: calendarOf(plan.manifest, timeZone) };
    return { ok: true, explorations: explorePlan(plan, context) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
