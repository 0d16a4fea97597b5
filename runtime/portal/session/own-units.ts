import type { Me } from '../../contracts/api/session.ts';
import type { Role } from '../../contracts/roles.ts';

export type OwnUnit = Me['memberships'][number]['orgUnit'];

/** The org units at which a person holds one of the roles, each once, in the order of the memberships. */
export function unitsWithRole(me: Me, roles: readonly Role[]): OwnUnit[] {
  const units = new Map<string, OwnUnit>();
  for (const { role, orgUnit } of me.memberships) {
    if (roles.includes(role)) units.set(orgUnit.id, orgUnit);
  }
  return [...units.values()];
}

export function hasRole(me: Me, ...roles: readonly Role[]): boolean {
  return me.memberships.some(({ role }) => roles.includes(role));
}
