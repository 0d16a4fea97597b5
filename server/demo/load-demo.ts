import { type Context, today } from '../context.ts';
import { hashPassword } from '../identity/passwords.ts';
import { transaction } from '../persistence/transaction.ts';
import { protectedStudent } from '../roster/protected-student.ts';
import { tableRow } from '../roster/table-row.ts';
import type { DemoAccount, DemoData } from './demo-data.ts';
import { generateDemo } from './generate-demo.ts';

/** The password of every demo account; demo data must never meet real data. */
export const demoPassword = 'oneplan2026';
const marker = 'demo.accounts';
const seed = 20_260_901;

/**
 * Puts the demo organisation into an empty database, in one transaction, and answers the accounts to sign in with.
 * A second call changes nothing and answers the same accounts.
 */
export async function loadDemo(context: Context): Promise<DemoAccount[]> {
  const loaded = await loadedAccounts(context);
  if (loaded) return loaded;
  // One hash for all: the password is no secret, and argon2 for 5,000 accounts would take minutes.
  const passwordHash = await hashPassword(demoPassword);
  const data = generateDemo({ seed, today: today(context), newId: context.newId });
  try {
    await transaction(context.database, () => insertDemo(context, data, passwordHash));
  } catch (error) {
    // Another server that started at the same time was first.
    const meanwhile = await loadedAccounts(context);
    if (meanwhile) return meanwhile;
    throw error;
  }
  return data.accounts;
}

async function insertDemo(context: Context, data: DemoData, passwordHash: string): Promise<void> {
  const { sql, cipher } = context;
  const now = context.now();
  // First, so that a second server waits here and then meets the first one's marker.
  await sql.insert('setting', [{ name: marker, value: JSON.stringify(data.accounts) }]);
  await sql.insert('org_unit', data.orgUnits.map(tableRow));
  await sql.insert(
    'app_user',
    data.users.map((user) => tableRow({ ...user, passwordHash, createdAt: now })),
  );
  await sql.insert('membership', data.memberships.map(tableRow));
  await sql.insert('org_group', data.groups.map(tableRow));
  await sql.insert('group_member', data.groupMembers.map(tableRow));
  await sql.insert(
    'student',
    data.students.map(({ studentNo, birthDate, ...student }) =>
      tableRow({ ...student, ...protectedStudent(cipher, studentNo, birthDate) }),
    ),
  );
  await sql.insert(
    'guardian_link',
    data.guardianLinks.map((link) => tableRow({ ...link, verifiedAt: now })),
  );
  await sql.insert('enrolment', data.enrolments.map(tableRow));
  await sql.insert('term', data.terms.map(tableRow));
  await sql.insert('term_slot', data.termSlots.map(tableRow));
}

async function loadedAccounts(context: Context): Promise<DemoAccount[] | null> {
  const setting = await context.tables.settings.findOne({ name: marker });
  return setting ? (JSON.parse(setting.value) as DemoAccount[]) : null;
}
