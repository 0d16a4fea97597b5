import type { Sequelize } from 'sequelize';
import { operationTables } from './tables/operation-tables.ts';
import { organisationTables } from './tables/organisation-tables.ts';
import { planTables } from './tables/plan-tables.ts';
import { recordTables } from './tables/record-tables.ts';

/** Rows as the code sees them. Instants are milliseconds, dates `YYYY-MM-DD`; intervals are half-open. */
export type { SessionRow } from './tables/operation-tables.ts';
export type {
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
} from './tables/organisation-tables.ts';
export type { ArtefactRow, BundleRow, LayerRow, PlanRow } from './tables/plan-tables.ts';
export type { AttachmentRow } from './tables/record-tables.ts';

export type Tables = ReturnType<typeof createTables>;

export const createTables = (sequelize: Sequelize) => ({
  ...organisationTables(sequelize),
  ...planTables(sequelize),
  ...recordTables(sequelize),
  ...operationTables(sequelize),
});
