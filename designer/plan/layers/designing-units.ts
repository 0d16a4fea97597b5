import type { Me } from '@oneplan/runtime/contracts/api/session.ts';
import type { Role } from '@oneplan/runtime/contracts/roles.ts';

const designing: readonly Role[] = ['city-admin', 'district-admin', 'school-admin', 'principal'];

type OrgUnit = Me['memberships'][number]['orgUnit'];

/** The authorities and schools whose plans the person makes, each once. */
export function designingUnits(me: Pick<Me, 'memberships'>): readonly OrgUnit[] {
  const units = new Map<string, OrgUnit>();
  for (const { role, orgUnit } of me.memberships)
    if (designing.includes(role)) units.set(orgUnit.id, orgUnit);
  return [...units.values()];
}
