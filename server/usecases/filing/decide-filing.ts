import { dayOf } from '@oneplan/runtime/calendar/calendar-date.ts';
import type { FilingSummary } from '@oneplan/runtime/contracts/api/filings.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { PlanProcess, PlanStep } from '@oneplan/runtime/plan/manifest.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import { loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';
import { transaction } from '../../persistence/transaction.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { writeNotifications } from '../effects/notification-rows.ts';
import { embeddedEngine } from '../engine/embedded-engine.ts';
import { done } from '../engine/execute-command.ts';
import { requireLayer } from '../plans/require-layer.ts';
import { checkReferences } from '../records/check-references.ts';
import { checkSubmission } from '../records/check-submission.ts';
import type { RecordData } from '../records/record-data.ts';
import { summariseFiling } from './filing-summary.ts';
import { type FilingTask, requireFiling, taskOfFiling } from './require-filing.ts';

export interface FilingDecision {
  readonly taskId: string;
  readonly data: RecordData;
  readonly comments: readonly { readonly element: string; readonly text: string }[];
}

/**
 * Completes the caller's task on a filing. When the process has ended with it, the filing is accepted or returned, and
 * who submitted it is told. Throws `task-not-open` when there is nothing to decide any more.
 */
export async function decideFiling(
  context: Context,
  caller: Caller,
  id: string,
  { taskId, data, comments }: FilingDecision,
): Promise<FilingSummary> {
  return transaction(context.database, async () => {
    const instance = await lockInstance(context, (await requireFiling(context, id)).instanceId);
    const filing = await requireFiling(context, id);
    const task = filing.state === 'filed' ? await taskOfFiling(context, filing, caller.holders) : null;
    if (!task || !instance || task.id !== taskId)
      throw new AppError('task-not-open', 'This filing was decided on, withdrawn or changed meanwhile.', {
        filingId: id,
        state: filing.state,
      });
    const bundle = await loadBundle(context, task.bundleId);
    const { process, step } = stepOf(bundle, task);
    const form = step.form && bundle.forms.get(step.form.key);
    if (!form || !step.form) throw new AppError('engine-failed', 'The course of filings has no form here.');
    const valid = checkSubmission(form, {}, data, step.form);
    const filled = await checkReferences(context, caller, form.definition, {}, valid);
    const command = {
      type: 'complete-user-task',
      token: task.token,
      variables: variablesOf(process, step, filled),
    } as const;
    const batch = new WriteBatch();
    done(
      await embeddedEngine.execute(context, batch, [{ instance, command, actor: caller, taskId: task.id }]),
    );
    await batch.flush(context.sql);
    const decided = { ...filing, ...(await outcomeOf(context, caller, filing, filled)) };
    decided.comments = comments.length === 0 ? filing.comments : JSON.stringify(comments);
    const { id: _, ...values } = decided;
    await context.tables.filings.update({ id }, values);
    await audit(context, caller, {
      action: 'plan.filing-decided',
      objectKind: 'filing',
      objectId: id,
      detail: { layerId: filing.layerId, state: decided.state, fingerprint: filing.fingerprint },
    });
    if (decided.state !== 'filed') await tellSubmitter(context, decided);
    return summariseFiling(context, decided);
  });
}

function stepOf(bundle: PublishedBundle, task: FilingTask): { process: PlanProcess; step: PlanStep } {
  for (const process of bundle.manifest.processes) {
    const step = process.steps.find(({ element }) => element === task.element);
    if (step) return { process, step };
  }
  throw new AppError('engine-failed', `The course of filings describes no step "${task.element}".`);
}

function variablesOf({ variables }: PlanProcess, { element }: PlanStep, filled: RecordData): Variables {
  const taken: Record<string, unknown> = {};
  for (const { name, source } of variables)
    if (source.from === 'step' && source.element === element) taken[name] = filled[source.component] ?? null;
  return taken as Variables;
}

/** While the process goes on (an authority may have given it more steps) the filing still waits. */
async function outcomeOf(
  context: Context,
  caller: Pick<Caller, 'userId'>,
  filing: FilingRow,
  { decision, filingNumber, effectiveOn, reason }: RecordData,
): Promise<Partial<FilingRow>> {
  const row = await context.sql.one<{ status: string }>('SELECT status FROM process_instance WHERE id = ?', [
    filing.instanceId,
  ]);
  if (row?.status !== 'completed') return {};
  const said = {
    decidedAt: context.now(),
    decidedBy: caller.userId,
    reason: textOf(reason),
  };
  if (decision !== 'accept') return { ...said, state: 'returned' };
  const from = textOf(effectiveOn);
  if (from === null || !isDate(from))
    throw new AppError('invalid-request', 'The day from which the plan is in force is no date.', {
      effectiveOn,
    });
  return { ...said, state: 'accepted', filingNumber: textOf(filingNumber), effectiveOn: from };
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

function isDate(text: string): boolean {
  try {
    dayOf(text);
    return true;
  } catch {
    return false;
  }
}

async function tellSubmitter(context: Context, filing: FilingRow): Promise<void> {
  const { plan } = await requireLayer(context, filing.layerId);
  await writeNotifications(context, filing.id, [filing.submittedBy], {
    kind: `filing-${filing.state}`,
    title: plan.name,
    submissionId: null,
    taskId: null,
  });
}
