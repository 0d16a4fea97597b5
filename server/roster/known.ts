import type {
  EnrolmentRow,
  GuardianLinkRow,
  MembershipRow,
  OrgUnitRow,
  StudentRow,
  UserRow,
} from '../persistence/tables.ts';

export type KnownUser = Pick<UserRow, 'id' | 'username' | 'name' | 'staffNo'>;
export type KnownStudent = Omit<StudentRow, 'studentNoEncrypted' | 'studentNoMasked'>;

/** What is stored of the things that the file's rows name; all that an import is checked against. */
export interface Known {
  /** The unit that the roster is imported for; everything in the file must lie in it. */
  readonly root: OrgUnitRow;
  readonly units: readonly OrgUnitRow[];
  readonly users: readonly KnownUser[];
  /** With the path of the unit. */
  readonly memberships: readonly (MembershipRow & { readonly path: string })[];
  readonly students: readonly KnownStudent[];
  /** With the path of the class. */
  readonly enrolments: readonly (EnrolmentRow & { readonly path: string })[];
  readonly guardianLinks: readonly GuardianLinkRow[];
}

/** The natural keys that the file's rows name. */
export interface Keys {
  readonly codes: ReadonlySet<string>;
  readonly usernames: ReadonlySet<string>;
  readonly staffNos: ReadonlySet<string>;
  readonly studentNoHashes: ReadonlySet<string>;
}
