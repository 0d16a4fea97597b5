import { randomBytes } from 'node:crypto';
import type { RosterReport } from '@oneplan/runtime/contracts/api/organisation.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import type { Caller } from '../../identity/caller.ts';
import { hashPassword } from '../../identity/passwords.ts';
import { transaction } from '../../persistence/transaction.ts';
import { readRoster } from '../../roster/read-roster.ts';
import type { Roster } from '../../roster/roster.ts';
import { applyChanges } from './apply-changes.ts';
import { checkRoster, type RosterInput } from './check-roster.ts';

export interface RosterImportOptions {
  /** For trials only: every new account gets this password. */
  readonly initialPassword?: string;
}

/**
 * Imports a roster file: all rows, or, when one is wrong, none (`roster-invalid` with the report). Rows are known by
 * their natural keys, so that the same file again changes nothing; what the file does not name stays as it is.
 *
 * New accounts get the hash of a random password that nobody learns, made once for the import, because argon2 for
 * each of thousands of accounts would take minutes; who is to sign in is given a password of their own afterwards.
 */
export async function importRoster(
  context: Context,
  caller: Pick<Caller, 'userId' | 'name'>,
  input: RosterInput,
  options: RosterImportOptions = {},
): Promise<RosterReport> {
  const passwordHash = await hashPassword(options.initialPassword ?? randomBytes(32).toString('base64'));
  const sheets = await readRoster(input);
  return transaction(context.database, async () => {
    await lockOrganisation(context, input.orgUnitId);
    const roster = await checkRoster(context, input, sheets);
    const report = roster.report.result();
    if (roster.report.hasErrors) throw refused(report);
    await applyChanges(context, roster.changes, passwordHash);
    await audit(context, caller, {
      action: 'roster.import',
      objectKind: 'org-unit',
      objectId: input.orgUnitId,
      orgUnitId: input.orgUnitId,
      detail: { format: input.format, sheets: report.sheets, authority: authorityGranted(roster) },
    });
    return report;
  });
}

/**
 * Imports below one topmost unit run one after the other: each checks against what the one before it has written, and
 * no pupil ends up in two classes.
 */
async function lockOrganisation(context: Context, orgUnitId: string): Promise<void> {
  const root = await context.tables.orgUnits.findOne({ id: orgUnitId });
  const topmost = root?.path.split('/')[1] ?? orgUnitId;
  await context.sql.one(`SELECT id FROM org_unit WHERE id = ? ${context.sql.forUpdate}`, [topmost]);
}

function refused(report: RosterReport): AppError {
  return new AppError(
    'roster-invalid',
    `Nothing was imported: the roster file has ${report.errors.length} errors. Mend the rows that are listed and import it again.`,
    { report },
  );
}

const ordinary = new Set(['grade-leader', 'class-teacher', 'subject-teacher']);

/** Who became more than a teacher: ids and roles, for whoever reads the audit log. */
function authorityGranted(roster: Roster) {
  return roster.changes.memberships
    .filter((membership) => !ordinary.has(membership.role))
    .map(({ userId, role, orgUnitId }) => ({ userId, role, orgUnitId }));
}
