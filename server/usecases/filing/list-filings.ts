import type { listFilings as contract } from '@oneplan/runtime/contracts/api/filings.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { isAllowed } from '../../identity/access.ts';
import type { Caller } from '../../identity/caller.ts';
import { type FilingHead, filingPlaces, summariseFilings } from './filing-summary.ts';
import { holderNames, isOffered, openDecisions, waitsFor } from './waits-for.ts';

const most = 200;

/** All columns but what was filed, which is a whole plan. */
const heads = `SELECT id, layer_id AS layerId, extends_bundle_id AS extendsBundleId, fingerprint, cohorts, note, state,
  instance_id AS instanceId, submitted_at AS submittedAt, submitted_by AS submittedBy, decided_at AS decidedAt,
  decided_by AS decidedBy, reason, comments, filing_number AS filingNumber, effective_on AS effectiveOn, bundle_id AS bundleId
  FROM filing ORDER BY submitted_at DESC, id DESC`;

/**
 * What the caller’s unit and those below have filed, the newest; what waits for the caller comes first. Any number of
 * filings takes the same number of statements.
 */
export async function listFilings(
  context: Context,
  caller: Caller,
): Promise<z.input<typeof contract.response>> {
  const all = await context.sql.all<FilingHead>(heads);
  const found = await filingPlaces(
    context,
    all.map(({ id }) => id),
  );
  const rows: FilingHead[] = [];
  for (const row of all) {
    if (rows.length === most) break;
    const path = found.get(row.id)?.orgUnit.path;
    const target = path && { path, studentId: null, instanceId: null, holders: [] };
    if (target && (await isAllowed(context, caller, 'filing.read', target))) rows.push(row);
  }
  const tasks = await openDecisions(context, rows);
  const names = await holderNames(
    context,
    [...tasks.values()].flatMap(({ holders }) => holders),
  );
  const summaries = await summariseFilings(context, rows, found);
  const items = summaries.map((filing, at) => {
    const task = tasks.get(rows[at]?.instanceId ?? '');
    return { ...filing, mine: isOffered(task, caller), waitsFor: waitsFor(filing, task, names) };
  });
  return { items: items.sort((a, b) => Number(b.mine) - Number(a.mine)) };
}
