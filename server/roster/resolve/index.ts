import type { Lines } from '../parse-sheets.ts';
import type { Roster } from '../roster.ts';
import type { Line } from '../sheet.ts';
import { resolveClasses } from './classes.ts';
import { resolveGuardians } from './guardians.ts';
import { resolveOrgUnits } from './org-units.ts';
import { resolvePupils } from './pupils.ts';
import { resolveStaff } from './staff.ts';

/** Lines of a kind have the columns of its sheet: that is how they were parsed. */
const linesOf = <Key extends string>(lines: Lines, kind: Parameters<Lines['get']>[0]) =>
  (lines.get(kind) ?? []) as readonly Line<Key>[];

/** Checks the rows against each other and against what is stored, and works out what an import writes. */
export function resolveRoster(lines: Lines, roster: Roster): void {
  resolveOrgUnits(linesOf(lines, 'org-units'), roster);
  resolveClasses(linesOf(lines, 'classes'), roster);
  resolveStaff(linesOf(lines, 'staff'), roster);
  resolvePupils(linesOf(lines, 'pupils'), roster);
  resolveGuardians(linesOf(lines, 'guardians'), roster);
}
