import { type Role, roles } from '@oneplan/runtime/contracts/roles.ts';

/** Id of an invented person: who holds a role, or belongs to a group. Scenarios keep these ids. */
export function personId(kind: string, number = 1): string {
  return `${kind}-${number}`;
}

/** The role or the kind of group of an invented person. */
export function kindOfPerson(id: string): string {
  return id.replace(/-\d+$/, '');
}

/** The role in which a person acts, when it is one. */
export function roleOf(kind: string): Role | undefined {
  return roles.find((role) => role === kind);
}
