import type { OrgUnitKind } from '@oneplan/runtime/contracts/roles.ts';
import type { FieldCipher } from '../identity/field-cipher.ts';
import type { OrgUnitRow } from '../persistence/tables.ts';
import { Changes } from './changes.ts';
import type { Known, KnownStudent, KnownUser } from './known.ts';
import type { Report } from './report.ts';
import type { RosterRule } from './rules.ts';
import type { Line, Sheet } from './sheet.ts';
import { studentNumberField } from './student-number.ts';

export interface Ports {
  /** `YYYY-MM-DD`: where a row gives no date. */
  readonly today: string;
  readonly newId: () => string;
  readonly cipher: FieldCipher;
}

type MembershipInterval = Known['memberships'][number];
type EnrolmentInterval = Known['enrolments'][number];

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/**
 * The roster as it would stand after the rows that have been resolved so far: what is stored, and what the file adds.
 * Rows that come later see what earlier ones made; `changes` is what has to be written to get there.
 */
export class Roster {
  readonly root: OrgUnitRow;
  readonly ports: Ports;
  readonly report: Report;
  readonly changes = new Changes();
  readonly units: Map<string, OrgUnitRow>;
  readonly users: Map<string, KnownUser>;
  readonly usersByStaffNo: Map<string, KnownUser[]>;
  readonly memberships: Map<string, MembershipInterval[]>;
  readonly students: Map<string, KnownStudent>;
  /** By pupil, in order of time. */
  readonly enrolments: Map<string, EnrolmentInterval[]>;
  readonly guardianLinks: Map<string, Known['guardianLinks'][number]>;
  /** Accounts of pupils: nobody else's. */
  readonly pupilAccounts: Set<string>;
  /** Codes and number hashes of rows that are wrong: what refers to them is not wrong on that account. */
  readonly spoilt = new Set<string>();
  /** By user: the name that a line of the file gives. */
  readonly #names = new Map<string, { readonly name: string; readonly line: number }>();

  constructor(known: Known, report: Report, ports: Ports) {
    this.root = known.root;
    this.ports = ports;
    this.report = report;
    this.units = new Map([...known.units, known.root].map((unit) => [unit.code, unit]));
    this.users = new Map(known.users.map((user) => [user.username, user]));
    this.usersByStaffNo = grouped(
      known.users.filter((user) => user.staffNo !== null),
      (user) => user.staffNo ?? '',
    );
    this.memberships = grouped(known.memberships, (membership) => membership.userId);
    this.students = new Map(known.students.map((student) => [student.studentNoHash, student]));
    this.enrolments = grouped(
      [...known.enrolments].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
      (enrolment) => enrolment.studentId,
    );
    this.guardianLinks = new Map(
      known.guardianLinks.map((link) => [`${link.guardianId} ${link.studentId}`, link]),
    );
    this.pupilAccounts = new Set(known.students.map((student) => student.userId ?? ''));
  }

  hash(studentNo: string): string {
    return this.ports.cipher.hash(studentNumberField, studentNo);
  }

  isWithin(path: string): boolean {
    return path.startsWith(this.root.path);
  }

  /** Reports a cell of a line; answers null so that a resolver can end with it. */
  refuse<Key extends string>(
    sheet: Sheet<Key>,
    line: Line<Key>,
    key: Key,
    rule: RosterRule,
    detail = '',
    shown: string = line.values[key],
  ): null {
    const { heading, mask } = sheet.columns[key];
    this.report.error(
      { sheet: line.sheet, line: line.line, column: heading, value: shown, mask },
      rule,
      detail,
    );
    return null;
  }

  /**
   * The unit that a cell names by its code, if it exists, lies in the root and is of one of the kinds; else null, and
   * the cell is reported unless the row that should have made the unit is.
   */
  unitAt<Key extends string>(
    sheet: Sheet<Key>,
    line: Line<Key>,
    key: Key,
    kinds: readonly OrgUnitKind[],
  ): OrgUnitRow | null {
    const code = line.values[key];
    const unit = this.units.get(code);
    if (!unit) return this.spoilt.has(code) ? null : this.refuse(sheet, line, key, 'unknown-code');
    if (!this.isWithin(unit.path)) return this.refuse(sheet, line, key, 'outside-root', this.root.name);
    if (!kinds.includes(unit.kind)) return this.refuse(sheet, line, key, 'wrong-kind', kinds.join(', '));
    if (unit.closedOn !== null && unit.closedOn <= this.ports.today)
      return this.refuse(sheet, line, key, 'unit-closed');
    return unit;
  }

  addUnit(row: Omit<OrgUnitRow, 'closedOn'>): OrgUnitRow {
    const unit = { ...row, closedOn: null };
    this.units.set(unit.code, unit);
    this.changes.orgUnits.push(unit);
    return unit;
  }

  addUser(user: Omit<KnownUser, 'id'>): KnownUser {
    const made = { id: this.ports.newId(), ...user };
    this.users.set(made.username, made);
    if (made.staffNo)
      this.usersByStaffNo.set(made.staffNo, [...(this.usersByStaffNo.get(made.staffNo) ?? []), made]);
    this.changes.users.push({ ...made, locale: 'zh-CN', disabled: false });
    return made;
  }

  /** The line of the file that gives this user another name, if one does; else remembers this one. */
  otherNameAt(userId: string, name: string, line: number): number | null {
    const given = this.#names.get(userId);
    if (given) return given.name === name ? null : given.line;
    this.#names.set(userId, { name, line });
    return null;
  }
}
