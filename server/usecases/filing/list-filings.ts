import type { listFilings as contract } from '@oneplan/runtime/contracts/api/filings.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayAt } from '../plans/layer-summary.ts';
import { requireLayer } from '../plans/require-layer.ts';
import { summariseFiling } from './filing-summary.ts';
import { taskOfFiling } from './require-filing.ts';

const most = 200;

/** What the caller's unit and those below have filed; what waits for the caller comes first. */
export async function listFilings(
  context: Context,
  caller: Caller,
): Promise<z.input<typeof contract.response>> {
  const rows = await context.tables.filings.find({}, { order: [['submittedAt', 'DESC']] });
  const items = [];
  for (const row of rows) {
    if (items.length === most) break;
    const { orgUnit } = await requireLayer(context, row.layerId);
    if (!(await mayAt(context, caller, 'filing.read', orgUnit))) continue;
    const mine = row.state === 'filed' && (await taskOfFiling(context, row, caller.holders)) !== null;
    items.push({ ...(await summariseFiling(context, row)), mine });
  }
  return { items: items.sort((a, b) => Number(b.mine) - Number(a.mine)) };
}
