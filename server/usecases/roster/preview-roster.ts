import type { RosterReport } from '@oneplan/runtime/contracts/api/organisation.ts';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { readRoster } from '../../roster/read-roster.ts';
import { checkRoster, type RosterInput } from './check-roster.ts';

/** What an import of the file would do, and every cell that is in its way. Changes nothing. */
export async function previewRoster(
  context: Context,
  _caller: Pick<Caller, 'userId'>,
  input: RosterInput,
): Promise<RosterReport> {
  const sheets = await readRoster(input);
  return (await checkRoster(context, input, sheets)).report.result();
}
