import type { RosterKind, Sheet } from '../sheet.ts';
import { classSheet } from './classes.ts';
import { guardianSheet } from './guardians.ts';
import { orgUnitSheet } from './org-units.ts';
import { pupilSheet } from './pupils.ts';
import { staffSheet } from './staff.ts';

/** In the order in which rows may refer to each other. */
export const sheets: readonly Sheet[] = [orgUnitSheet, classSheet, staffSheet, pupilSheet, guardianSheet];

export function sheetOf(kind: RosterKind): Sheet | undefined {
  return sheets.find((sheet) => sheet.kind === kind);
}
