import type { Role } from '@oneplan/runtime/contracts/roles.ts';
import type {
  EnrolmentRow,
  GroupMemberRow,
  GroupRow,
  GuardianLinkRow,
  MembershipRow,
  OrgUnitRow,
  StudentRow,
  TermRow,
  TermSlotRow,
  UserRow,
} from '../persistence/tables.ts';

/** What one signs in with to look around; the password is the same for all (`demoPassword`). */
export interface DemoAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly orgUnitName: string;
}

export type DemoUser = Omit<UserRow, 'passwordHash' | 'createdAt'>;

/** A pupil before encryption. */
export type DemoStudent = Pick<StudentRow, 'id' | 'userId' | 'name' | 'gender' | 'entryCohort'> & {
  readonly studentNo: string;
  readonly birthDate: string;
};

export interface DemoData {
  readonly orgUnits: OrgUnitRow[];
  readonly users: DemoUser[];
  readonly memberships: MembershipRow[];
  readonly groups: GroupRow[];
  readonly groupMembers: GroupMemberRow[];
  readonly students: DemoStudent[];
  readonly guardianLinks: Omit<GuardianLinkRow, 'verifiedAt'>[];
  readonly enrolments: EnrolmentRow[];
  readonly terms: TermRow[];
  readonly termSlots: TermSlotRow[];
  readonly accounts: DemoAccount[];
}
