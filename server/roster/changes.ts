import type { SqlValue } from '../persistence/sql.ts';
import type {
  EnrolmentRow,
  GuardianLinkRow,
  MembershipRow,
  OrgUnitRow,
  StudentRow,
  UserRow,
} from '../persistence/tables.ts';

export type NewUser = Omit<UserRow, 'passwordHash' | 'createdAt'>;

type Updatable = {
  org_unit: OrgUnitRow;
  app_user: UserRow;
  membership: MembershipRow;
  student: StudentRow;
  guardian_link: GuardianLinkRow;
  enrolment: EnrolmentRow;
};

export interface Update {
  readonly table: keyof Updatable;
  readonly id: string;
  readonly values: Readonly<Record<string, SqlValue>>;
}

/** What an import writes, when nothing in the file is wrong. */
export class Changes {
  readonly orgUnits: OrgUnitRow[] = [];
  readonly users: NewUser[] = [];
  readonly memberships: MembershipRow[] = [];
  readonly students: StudentRow[] = [];
  readonly guardianLinks: Omit<GuardianLinkRow, 'verifiedAt'>[] = [];
  readonly enrolments: EnrolmentRow[] = [];
  readonly updates: Update[] = [];

  update<T extends keyof Updatable>(
    table: T,
    id: string,
    values: Partial<Updatable[T]> & Readonly<Record<string, SqlValue>>,
  ): void {
    this.updates.push({ table, id, values });
  }
}

/** The values of `wanted` that differ from what is stored, or null: none does. */
export function differences<Row extends object>(stored: Row, wanted: Partial<Row>): Partial<Row> | null {
  const differing = Object.entries(wanted).filter(([name, value]) => stored[name as keyof Row] !== value);
  return differing.length === 0 ? null : (Object.fromEntries(differing) as Partial<Row>);
}
