import type { OrgUnitKind, Role } from '@oneplan/runtime/contracts/roles.ts';
import type { MembershipRow, OrgUnitRow } from '../../persistence/tables.ts';
import { dayAfter } from '../calendar-day.ts';
import { differences } from '../changes.ts';
import type { KnownUser } from '../known.ts';
import type { Outcome } from '../report.ts';
import type { Roster } from '../roster.ts';
import type { RosterRule } from '../rules.ts';
import type { Line } from '../sheet.ts';
import { staffSheet as sheet } from '../sheets/staff.ts';

type StaffLine = Line<keyof typeof sheet.columns>;

interface Place {
  /** Kinds of unit that the role is held at. */
  readonly at: readonly OrgUnitKind[];
  /** Kinds of unit whose import may grant it: nobody appoints who watches or directs them. */
  readonly from: readonly OrgUnitKind[];
}

const anywhere = ['city', 'district', 'school', 'grade', 'class'] as const;

const places: Readonly<Partial<Record<Role, Place>>> = {
  'city-admin': { at: ['city'], from: ['city'] },
  'district-admin': { at: ['district'], from: ['city', 'district'] },
  'school-admin': { at: ['school'], from: ['city', 'district', 'school'] },
  principal: { at: ['school'], from: ['city', 'district', 'school'] },
  'grade-leader': { at: ['grade'], from: anywhere },
  'class-teacher': { at: ['class'], from: anywhere },
  'subject-teacher': { at: ['class', 'grade', 'school'], from: anywhere },
  inspector: { at: ['school', 'district'], from: ['city', 'district'] },
  'system-auditor': { at: ['city'], from: ['city'] },
};

/** One row is one role at one unit; the person is known by staff number, or by account where that is given. */
export function resolveStaff(lines: readonly StaffLine[], roster: Roster): void {
  const seen = new Map<string, number>();
  for (const line of lines) {
    if (line.bad) continue;
    const { staffNo, account, role, unit } = line.values;
    const key = [staffNo, account, role, unit].join(' ');
    const first = seen.get(key);
    if (first !== undefined) roster.refuse(sheet, line, 'staffNo', 'duplicate-row', String(first));
    else {
      seen.set(key, line.line);
      const outcome = resolveMember(line, roster);
      if (outcome) roster.report.count('staff', outcome);
    }
  }
}

/** Null: the row is wrong and reported. */
function resolveMember(line: StaffLine, roster: Roster): Outcome | null {
  const { from, until } = line.values;
  const start = from || roster.ports.today;
  const unit = roster.unitAt(sheet, line, 'unit', anywhere);
  if (!unit || !mayBeHeld(line, unit, roster)) return null;
  if (until !== '' && until < start) return roster.refuse(sheet, line, 'until', 'period-order');
  const user = staffUser(line, roster);
  return user && hold(line, user, unit, roster);
}

function mayBeHeld(line: StaffLine, unit: OrgUnitRow, roster: Roster): boolean {
  const place = places[line.values.role as Role];
  const { root } = roster;
  if (!place?.at.includes(unit.kind))
    roster.refuse(sheet, line, 'role', 'role-not-here', place?.at.join(', '));
  else if (!place.from.includes(root.kind))
    roster.refuse(sheet, line, 'role', 'role-not-granted-here', root.name);
  else return true;
  return false;
}

/** The role held in an interval that meets the given one is that role; its dates are corrected. */
function hold(line: StaffLine, user: KnownUser, unit: OrgUnitRow, roster: Roster): Outcome {
  const { from, until } = line.values;
  const role = line.values.role as Role;
  const start = from || roster.ports.today;
  const validTo = until === '' ? null : dayAfter(until);
  const held = roster.memberships.get(user.id) ?? [];
  const meets = held.find(
    (one) =>
      one.role === role &&
      one.orgUnitId === unit.id &&
      (one.validTo === null || one.validTo > start) &&
      (validTo === null || one.validFrom < validTo),
  );
  if (!meets) {
    const id = roster.ports.newId();
    const row = { id, userId: user.id, role, orgUnitId: unit.id, validFrom: start, validTo };
    roster.changes.memberships.push(row);
    roster.memberships.set(user.id, [...held, { ...row, path: unit.path }]);
    return 'created';
  }
  const changed = differences<MembershipRow>(meets, { validFrom: from || meets.validFrom, validTo });
  if (!changed) return 'unchanged';
  roster.changes.update('membership', meets.id, changed);
  Object.assign(meets, changed);
  return 'updated';
}

/** Null: the row is wrong and reported. */
function staffUser(line: StaffLine, roster: Roster): KnownUser | null {
  const { staffNo, name, account } = line.values;
  const found = account ? userByAccount(line, roster) : userByStaffNo(line, roster);
  if (found === 'refused') return null;
  if (found === 'new') {
    const user = roster.addUser({ username: account || staffNo, name, staffNo });
    roster.otherNameAt(user.id, name, line.line);
    return user;
  }
  const otherLine = roster.otherNameAt(found.id, name, line.line);
  if (otherLine !== null) return roster.refuse(sheet, line, 'name', 'name-differs', String(otherLine));
  if (found.staffNo === null) {
    found.staffNo = staffNo;
    roster.changes.update('app_user', found.id, { staffNo });
  }
  if (found.name !== name) {
    if (!belongsHere(found, roster)) return roster.refuse(sheet, line, 'name', 'account-name-differs');
    found.name = name;
    roster.changes.update('app_user', found.id, { name });
  }
  return found;
}

type Found = KnownUser | 'new' | 'refused';

function userByAccount(line: StaffLine, roster: Roster): Found {
  const { account, staffNo, name } = line.values;
  const user = roster.users.get(account);
  const refused = (rule: RosterRule): Found => {
    roster.refuse(sheet, line, 'account', rule);
    return 'refused';
  };
  if (!user) {
    const others = (roster.usersByStaffNo.get(staffNo) ?? []).filter((one) => belongsHere(one, roster));
    return others.some((one) => one.name === name) ? refused('account-differs') : 'new';
  }
  if (roster.pupilAccounts.has(user.id)) return refused('account-taken');
  // A parent's account becomes a teacher's only for the same person.
  if (user.staffNo === null && user.name !== name) return refused('account-name-differs');
  return user.staffNo === null || user.staffNo === staffNo ? user : refused('account-taken');
}

function userByStaffNo(line: StaffLine, roster: Roster): Found {
  const { staffNo, name } = line.values;
  const refused = (rule: RosterRule): Found => {
    roster.refuse(sheet, line, 'staffNo', rule);
    return 'refused';
  };
  const here = (roster.usersByStaffNo.get(staffNo) ?? []).filter((user) => belongsHere(user, roster));
  if (here.length > 1) return refused('staff-number-ambiguous');
  if (here[0]) return here[0];
  const user = roster.users.get(staffNo);
  if (!user) return 'new';
  return user.staffNo === staffNo && user.name === name ? user : refused('account-taken');
}

/** All that the person holds from today on, or else held at last, lies in the unit that the roster is imported for. */
function belongsHere(user: KnownUser, roster: Roster): boolean {
  const { today } = roster.ports;
  const all = roster.memberships.get(user.id) ?? [];
  const current = all.filter((one) => one.validTo === null || one.validTo > today);
  const held = current.length > 0 ? current : all;
  return held.length > 0 && held.every((one) => roster.isWithin(one.path));
}
