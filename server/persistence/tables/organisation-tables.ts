import type { GroupKind, OrgUnitKind, Role } from '@oneplan/runtime/contracts/roles.ts';
import type { Sequelize } from 'sequelize';
import { Table } from '../table.ts';

export interface OrgUnitRow {
  id: string;
  parentId: string | null;
  kind: OrgUnitKind;
  type: string | null;
  code: string;
  name: string;
  path: string;
  stage: string | null;
  entryCohort: number | null;
  closedOn: string | null;
}
export interface UserRow {
  id: string;
  username: string;
  name: string;
  staffNo: string | null;
  passwordHash: string;
  locale: string;
  disabled: boolean;
  createdAt: number;
}
export interface MembershipRow {
  id: string;
  userId: string;
  role: Role;
  orgUnitId: string;
  validFrom: string;
  validTo: string | null;
}
export interface GroupRow {
  id: string;
  orgUnitId: string;
  kind: GroupKind;
  name: string;
  validFrom: string;
  validTo: string | null;
}
export interface GroupMemberRow {
  id: string;
  groupId: string;
  userId: string;
  office: string | null;
  validFrom: string;
  validTo: string | null;
}
export interface StudentRow {
  id: string;
  userId: string | null;
  name: string;
  studentNoEncrypted: string;
  studentNoHash: string;
  studentNoMasked: string;
  gender: string | null;
  birthDateEncrypted: string | null;
  entryCohort: number;
}
export interface GuardianLinkRow {
  id: string;
  guardianId: string;
  studentId: string;
  relation: string;
  verifiedAt: number;
}
export interface EnrolmentRow {
  id: string;
  studentId: string;
  schoolId: string;
  classId: string;
  validFrom: string;
  validTo: string | null;
  reason: string;
}
export interface FreezeRow {
  id: string;
  studentId: string;
  validFrom: string;
  validTo: string | null;
  reason: string;
}
export interface TermRow {
  id: string;
  orgUnitId: string;
  name: string;
  startsOn: string;
  endsOn: string;
}
export interface TermSlotRow {
  termId: string;
  stage: string;
  entryCohort: number;
  slot: number;
  name: string;
}
export interface SettingRow {
  name: string;
  value: string;
}

/** Who belongs where: org units, people, groups, pupils, terms. */
export function organisationTables(s: Sequelize) {
  const interval = { validFrom: 'date', validTo: 'date' } as const;
  return {
    orgUnits: new Table<OrgUnitRow>(s, 'org_unit', {
      id: 'key',
      parentId: 'id',
      kind: 'text',
      type: 'text',
      code: 'text',
      name: 'text',
      path: 'text',
      stage: 'text',
      entryCohort: 'integer',
      closedOn: 'date',
    }),
    users: new Table<UserRow>(s, 'app_user', {
      id: 'key',
      username: 'text',
      name: 'text',
      staffNo: 'text',
      passwordHash: 'text',
      locale: 'text',
      disabled: 'flag',
      createdAt: 'instant',
    }),
    memberships: new Table<MembershipRow>(s, 'membership', {
      id: 'key',
      userId: 'id',
      role: 'text',
      orgUnitId: 'id',
      ...interval,
    }),
    groups: new Table<GroupRow>(s, 'org_group', {
      id: 'key',
      orgUnitId: 'id',
      kind: 'text',
      name: 'text',
      ...interval,
    }),
    groupMembers: new Table<GroupMemberRow>(s, 'group_member', {
      id: 'key',
      groupId: 'id',
      userId: 'id',
      office: 'text',
      ...interval,
    }),
    students: new Table<StudentRow>(s, 'student', {
      id: 'key',
      userId: 'id',
      name: 'text',
      studentNoEncrypted: 'text',
      studentNoHash: 'text',
      studentNoMasked: 'text',
      gender: 'text',
      birthDateEncrypted: 'text',
      entryCohort: 'integer',
    }),
    guardianLinks: new Table<GuardianLinkRow>(s, 'guardian_link', {
      id: 'key',
      guardianId: 'id',
      studentId: 'id',
      relation: 'text',
      verifiedAt: 'instant',
    }),
    enrolments: new Table<EnrolmentRow>(s, 'enrolment', {
      id: 'key',
      studentId: 'id',
      schoolId: 'id',
      classId: 'id',
      ...interval,
      reason: 'text',
    }),
    freezes: new Table<FreezeRow>(s, 'freeze', { id: 'key', studentId: 'id', ...interval, reason: 'text' }),
    terms: new Table<TermRow>(s, 'term', {
      id: 'key',
      orgUnitId: 'id',
      name: 'text',
      startsOn: 'date',
      endsOn: 'date',
    }),
    termSlots: new Table<TermSlotRow>(s, 'term_slot', {
      termId: 'id',
      stage: 'text',
      entryCohort: 'integer',
      slot: 'integer',
      name: 'text',
    }),
    settings: new Table<SettingRow>(s, 'setting', { name: 'text', value: 'long' }),
  };
}
