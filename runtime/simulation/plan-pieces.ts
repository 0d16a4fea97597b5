import type { StepContext } from '../engine/step.ts';
import type { PlanUnderCheck } from '../plan/checks/plan-under-check.ts';

/** What the interpreter takes from the plan that a process belongs to: called processes and decisions, by key. */
export function planPieces({
  processes,
  decisions: files,
}: Pick<PlanUnderCheck, 'processes' | 'decisions'>): Required<
  Pick<StepContext, 'calledProcess' | 'decision'>
> {
  const decisions = new Map(
    [...files.values()].flatMap(({ compiled }) => compiled.map((it) => [it.key, it])),
  );
  return {
    calledProcess: (key) => processes.get(key)?.graph,
    decision: (key) => decisions.get(key),
  };
}
