import { compare, type MilestoneCheck, type TimeLimit } from './comparison.ts';
import type { LayerProcess } from './layer-process.ts';
import { type MilestoneFinding, MilestoneReport } from './milestone-finding.ts';
import type { MilestoneLock } from './milestone-lock.ts';
import { addition } from './rules/addition.ts';
import { avoidable } from './rules/avoidable.ts';
import { bound } from './rules/bound.ts';
import { decidedElsewhere } from './rules/decided-elsewhere.ts';
import { decision } from './rules/decision.ts';
import { endedBeside } from './rules/ended-beside.ts';
import { form } from './rules/form.ts';
import { missing } from './rules/missing.ts';
import { order } from './rules/order.ts';
import { performer } from './rules/performer.ts';
import { signers } from './rules/signers.ts';
import { timeLimit } from './rules/time-limit.ts';
import { type } from './rules/type.ts';
import { work } from './rules/work.ts';

/** The rules in the order in which their findings are listed. */
const RULES: readonly MilestoneCheck[] = [
  missing,
  type,
  form,
  performer,
  work,
  signers,
  bound,
  decision,
  avoidable,
  endedBeside,
  order,
  decidedElsewhere,
  addition,
];

/**
 * Whether a layer's version of a process keeps what the layer above has locked in it: locked elements are still there,
 * unavoidable and in order, with type, form, people, times and decisions, and no way takes longer than the limits allow.
 *
 * `base` is the process of the published version that the layer extends. Both graphs are to be deployable. Pure; the
 * time it takes grows with elements × locked elements. What “unavoidable” means: docs/decisions/0020.
 */
export function checkMilestones(check: {
  readonly base: LayerProcess;
  readonly mine: LayerProcess;
  readonly locks: readonly MilestoneLock[];
  readonly limits?: readonly TimeLimit[];
}): readonly MilestoneFinding[] {
  const report = new MilestoneReport();
  const comparison = compare(check.base, check.mine, check.locks);
  for (const rule of RULES) rule(comparison, report);
  for (const limit of check.limits ?? []) timeLimit(limit, comparison, report);
  return report.findings;
}
