import type { Me } from '../../contracts/api/session.ts';
import type { Role } from '../../contracts/roles.ts';

/** Where a person belongs, in few words: class for pupils and guardians, unit and role for the others. */
export function personPlace(me: Me, roleName: (role: Role) => string): string {
  const pupil = me.student ?? me.children[0];
  if (pupil !== undefined && pupil !== null) {
    return `${pupil.schoolName} ${pupil.className}`.trim();
  }
  const first = me.memberships[0];
  return first === undefined ? '' : `${first.orgUnit.name} ${roleName(first.role)}`;
}
