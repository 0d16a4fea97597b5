import type { getFiling as contract } from '@oneplan/runtime/contracts/api/filings.ts';
import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import { planTree } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { loadBundle } from '../../persistence/published-bundle.ts';
import { changeOnWire } from '../plans/change-on-wire.ts';
import { readBundleLayer } from '../plans/layers-above.ts';
import { formAtStep } from '../records/form-at-step.ts';
import { summariseFiling } from './filing-summary.ts';
import { requireFiling, taskOfFiling } from './require-filing.ts';

type Answer = z.input<typeof contract.response>;

/** A filing with its annex: every difference from the version of the authority that it extends. */
export async function getFiling(context: Context, caller: Caller, id: string): Promise<Answer> {
  const row = await requireFiling(context, id);
  const base = await readBundleLayer(await loadBundle(context, row.extendsBundleId));
  const mine = await planTree(JSON.parse(row.content) as BundleContent);
  return {
    filing: await summariseFiling(context, row),
    changes: diff(base.tree, mine).map(changeOnWire),
    task: row.state === 'filed' ? await taskFor(context, caller, row) : null,
    history: await historyOf(context, row.instanceId),
  };
}

async function taskFor(
  context: Context,
  caller: Caller,
  row: Awaited<ReturnType<typeof requireFiling>>,
): Promise<Answer['task']> {
  const task = await taskOfFiling(context, row, caller.holders);
  if (!task) return null;
  const bundle = await loadBundle(context, task.bundleId);
  const own = bundle.manifest.processes
    .flatMap(({ steps }) => steps)
    .find(({ element }) => element === task.element)?.form;
  const form = own && bundle.forms.get(own.key);
  if (!form) return null;
  return {
    id: task.id,
    name: task.name,
    dueAt: task.dueAt === null ? null : new Date(task.dueAt).toISOString(),
    form: {
      key: form.key,
      definition: formAtStep(form, own.required).definition as NonNullable<
        Answer['task']
      >['form']['definition'],
    },
  };
}

async function historyOf(context: Context, instanceId: string): Promise<Answer['history']> {
  const rows = await context.sql.all<{
    name: string;
    created_at: number;
    ended_at: number | null;
    by_name: string | null;
  }>(
    `SELECT t.name, t.created_at, t.ended_at, u.name AS by_name FROM task t LEFT JOIN app_user u ON u.id = t.ended_by
     WHERE t.instance_id = ? ORDER BY t.created_at`,
    [instanceId],
  );
  return rows.map(({ name, created_at, ended_at, by_name }) => ({
    name,
    startedAt: new Date(Number(created_at)).toISOString(),
    endedAt: ended_at === null ? null : new Date(Number(ended_at)).toISOString(),
    by: by_name,
  }));
}
