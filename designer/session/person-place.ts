import type { Me } from '@oneplan/runtime/contracts/api/session.ts';
import type { Role } from '@oneplan/runtime/contracts/roles.ts';

/** Roles in the order in which they matter here: those that design first. */
const designing: readonly Role[] = ['city-admin', 'district-admin', 'school-admin', 'principal'];

/** Where a person stands, for the top bar: 南山区 · 区级管理员. Empty without a membership. */
export function personPlace(me: Pick<Me, 'memberships'>, nameOfRole: (role: Role) => string): string {
  const rank = (role: Role) => (designing.includes(role) ? designing.indexOf(role) : designing.length);
  const [first] = [...me.memberships].sort((a, b) => rank(a.role) - rank(b.role));
  return first ? `${first.orgUnit.name} · ${nameOfRole(first.role)}` : '';
}
