import type { GroupKind, Role } from '@oneplan/runtime/contracts/roles.ts';
import type { OrgUnitRow } from '../persistence/tables.ts';
import { pathBelow } from '../roster/org-unit-names.ts';
import { demoCalendar } from './calendar.ts';
import type { DemoData } from './demo-data.ts';
import { demoStudentNumbers } from './demo-student-numbers.ts';
import { fullName, type Gender } from './names.ts';
import { createRandom, type Random } from './random.ts';

export interface DemoOptions {
  readonly seed: number;
  /** `YYYY-MM-DD`; everybody's role is in force on this day. */
  readonly today: string;
  readonly newId: () => string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

const groupNames: Readonly<Partial<Record<GroupKind, string>>> = {
  leading: '综评工作领导小组',
  guidance: '指导组',
  supervision: '监察组',
  evaluation: '评价组',
  expert: '政策指导专家组',
};

/** Collects the rows of the demo; all that is random or made up as an id comes through here. */
export class DemoBuilder {
  readonly random: Random;
  readonly newId: () => string;
  readonly today: string;
  readonly studentNumber: ReturnType<typeof demoStudentNumbers>;
  readonly data: DemoData;

  constructor(options: DemoOptions) {
    this.random = createRandom(options.seed);
    this.newId = options.newId;
    this.today = options.today;
    this.studentNumber = demoStudentNumbers(this.random);
    this.data = {
      orgUnits: [],
      users: [],
      memberships: [],
      groups: [],
      groupMembers: [],
      students: [],
      guardianLinks: [],
      enrolments: [],
      terms: [],
      termSlots: [],
      accounts: [],
    };
  }

  /** The date, or today when that is earlier. */
  since(date: string): string {
    return date <= this.today ? date : this.today;
  }

  gender(): Gender {
    return this.random.chance(0.53) ? 'male' : 'female';
  }

  unit(
    parent: OrgUnitRow | null,
    row: Pick<OrgUnitRow, 'kind' | 'code' | 'name'> & Partial<OrgUnitRow>,
  ): OrgUnitRow {
    const id = this.newId();
    const made: OrgUnitRow = {
      type: null,
      stage: null,
      entryCohort: null,
      closedOn: null,
      ...row,
      id,
      parentId: parent?.id ?? null,
      path: pathBelow(parent?.path ?? '', id),
    };
    this.data.orgUnits.push(made);
    return made;
  }

  calendar(orgUnit: OrgUnitRow): void {
    const { terms, termSlots } = demoCalendar(orgUnit.id, this.newId);
    this.data.terms.push(...terms);
    this.data.termSlots.push(...termSlots);
  }

  user(username: string, name: string, staffNo: string | null = null): Person {
    const id = this.newId();
    this.data.users.push({ id, username, name, staffNo, locale: 'zh-CN', disabled: false });
    return { id, name };
  }

  staff(staffNo: string, username = `t${staffNo}`): Person {
    return this.user(username, fullName(this.random, 'adult', this.gender()), staffNo);
  }

  grant(
    person: Person,
    role: Role,
    at: OrgUnitRow,
    from = '2025-08-01',
    validTo: string | null = null,
  ): void {
    this.data.memberships.push({
      id: this.newId(),
      userId: person.id,
      role,
      orgUnitId: at.id,
      validFrom: this.since(from),
      validTo,
    });
  }

  /** The first member leads. */
  group(kind: GroupKind, at: OrgUnitRow, members: readonly Person[]): void {
    const groupId = this.newId();
    const term = { validFrom: this.since('2025-08-25'), validTo: null };
    const name = `${at.name}${groupNames[kind] ?? ''}`;
    this.data.groups.push({ id: groupId, orgUnitId: at.id, kind, name, ...term });
    members.forEach((member, index) => {
      const office = index === 0 ? '组长' : '成员';
      this.data.groupMembers.push({ id: this.newId(), groupId, userId: member.id, office, ...term });
    });
  }

  /** Lists an account among those that are told to whoever looks around. */
  show(username: string, person: Person, role: Role, ...units: readonly OrgUnitRow[]): void {
    const orgUnitName = units.map((at) => at.name).join(' ');
    this.data.accounts.push({ username, name: person.name, role, orgUnitName });
  }
}
