import type { Context } from '../../context.ts';
import { today } from '../../context.ts';
import { keysOf } from '../../roster/keys.ts';
import { parseSheets } from '../../roster/parse-sheets.ts';
import type { RawSheet } from '../../roster/raw-sheet.ts';
import type { RosterFile } from '../../roster/read-roster.ts';
import { Report } from '../../roster/report.ts';
import { resolveRoster } from '../../roster/resolve/index.ts';
import { Roster } from '../../roster/roster.ts';
import { studentNumberField } from '../../roster/student-number.ts';
import { loadKnown } from './load-known.ts';

export interface RosterInput extends RosterFile {
  /** Everything in the file must lie in this org unit. */
  readonly orgUnitId: string;
}

/** Checks the whole file against what is stored now; writes nothing. `sheets`: the file, as `readRoster` read it. */
export async function checkRoster(
  context: Context,
  input: RosterInput,
  sheets: readonly RawSheet[],
): Promise<Roster> {
  const report = new Report();
  const lines = parseSheets(sheets, report, input.kind);
  const keys = keysOf(lines, (studentNo) => context.cipher.hash(studentNumberField, studentNo));
  const known = await loadKnown(context, input.orgUnitId, keys);
  const roster = new Roster(known, report, {
    today: today(context),
    newId: context.newId,
    cipher: context.cipher,
  });
  resolveRoster(lines, roster);
  return roster;
}
