import { type OrgUnitKind, orgUnitKinds, type Role } from '@oneplan/runtime/contracts/roles.ts';

export type RoleScope = 'self' | 'child' | OrgUnitKind;

/** The kinds of org unit at which people hold a role; of the first one a plan uses it. */
const heldAt: Readonly<Record<Role, readonly RoleScope[]>> = {
  'city-admin': ['city'],
  'district-admin': ['district'],
  'school-admin': ['school'],
  principal: ['school'],
  'grade-leader': ['grade'],
  'class-teacher': ['class'],
  'subject-teacher': ['class', 'grade', 'school'],
  'group-member': orgUnitKinds.filter((kind) => kind !== 'class'),
  pupil: ['self'],
  guardian: ['child'],
  inspector: ['school', 'district'],
  'system-auditor': ['city'],
};

export const scopesOfRole = (role: Role): readonly RoleScope[] => heldAt[role];

export const scopeOfRole = (role: Role): RoleScope =>
  role === 'group-member' ? 'school' : (heldAt[role][0] ?? 'school');
