import type { FilingSummary } from '@oneplan/runtime/contracts/api/filings.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import { bundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import { fingerprint, webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';
import { transaction } from '../../persistence/transaction.ts';
import { WriteBatch } from '../../persistence/write-batch.ts';
import { embeddedEngine } from '../engine/embedded-engine.ts';
import { done } from '../engine/execute-command.ts';
import { checkDraft } from '../plans/check-draft.ts';
import { planInvalid } from '../plans/plan-problem.ts';
import type { Publication } from '../plans/publish-layer.ts';
import { requireLayer } from '../plans/require-layer.ts';
import { startVariables } from '../records/start-variables.ts';
import { endFiling, openFiling } from './end-filing.ts';
import { filingAuthority, reviewersAt } from './filing-authority.ts';
import { filingProcess, filingProcessKey } from './filing-process.ts';
import { summariseFiling } from './filing-summary.ts';

/**
 * Submits the draft of a layer to the authority above. What was filed is kept with its fingerprint, and a process of the
 * authority begins that decides on it. Throws `plan-invalid` with every finding when the draft is not in order, and
 * `conflict` when just this was filed already.
 */
export async function fileLayer(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  layerId: string,
  { note, cohorts: requested }: Publication,
): Promise<FilingSummary> {
  const cohorts = [...new Set(requested)].sort((a, b) => a - b);
  return transaction(context.database, async () => {
    await context.sql.all(`SELECT id FROM plan_layer WHERE id = ? ${context.sql.forUpdate}`, [layerId]);
    const inPlace = await requireLayer(context, layerId);
    const { layer, orgUnit } = inPlace;
    if (layer.extendsBundleId === null)
      throw new AppError('conflict', `Nobody is above ${orgUnit.name}: publish the plan directly.`, {
        layerId,
      });
    const { plan, findings } = await checkDraft(context, inPlace);
    if (!plan) throw planInvalid(findings);
    const content = bundleContent(plan);
    const filed = await fingerprint(content, webDigest);
    const open = await openFiling(context, layerId);
    if (open?.fingerprint === filed && open.cohorts === JSON.stringify(cohorts))
      throw new AppError('conflict', 'Just this was filed already.', {
        filingId: open.id,
        state: open.state,
      });
    if (open) await endFiling(context, caller, open, 'withdrawn');
    const authority = await filingAuthority(context, layer.extendsBundleId);
    const row: FilingRow = {
      id: context.newId(),
      layerId,
      extendsBundleId: layer.extendsBundleId,
      fingerprint: filed,
      content: JSON.stringify(content),
      cohorts: JSON.stringify(cohorts),
      note,
      state: 'filed',
      instanceId: context.newId(),
      submittedAt: context.now(),
      submittedBy: caller.userId,
      decidedAt: null,
      decidedBy: null,
      reason: null,
      comments: null,
      filingNumber: null,
      effectiveOn: null,
      bundleId: null,
    };
    await context.tables.filings.insert(row);
    await begin(context, caller, row, { unit: orgUnit, reviewers: reviewersAt(authority) });
    await audit(context, caller, {
      action: 'plan.filed',
      objectKind: 'filing',
      objectId: row.id,
      orgUnitId: orgUnit.id,
      detail: { layerId, fingerprint: filed, cohorts, authorityId: authority.id },
    });
    return summariseFiling(context, row);
  });
}

/** Starts the process of the uppermost authority, about the org unit that files. */
async function begin(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  { id, instanceId }: FilingRow,
  { unit, reviewers }: { readonly unit: { id: string; path: string }; readonly reviewers: string },
): Promise<void> {
  const topId = unit.path.split('/').find((part) => part !== '') ?? unit.id;
  const top = await context.tables.orgUnits.findOne({ id: topId });
  if (!top) throw new Error(`the org unit ${topId} is missing`);
  const bundle = await filingProcess(context, caller, top);
  const process = bundle.manifest.processes.find(({ key }) => key === filingProcessKey);
  if (!process)
    throw new AppError('conflict', `The course of filings has no process "${filingProcessKey}".`, {
      bundleId: bundle.id,
    });
  const declared = startVariables(bundle, process, {
    initiatorId: caller.userId,
    submission: null,
    studentId: '',
  });
  const variables: Variables = { ...declared, reviewers };
  const batch = new WriteBatch();
  const order = {
    bundle,
    processKey: filingProcessKey,
    instanceId,
    businessKey: id,
    place: null,
    unit: { id: unit.id, path: unit.path },
    record: null,
    variables,
    actor: caller,
  };
  done(await embeddedEngine.start(context, batch, [order]));
  await batch.flush(context.sql);
}
