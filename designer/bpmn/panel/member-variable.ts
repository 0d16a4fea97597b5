import { type GroupKind, groupKinds, type Role, roles } from '@oneplan/runtime/contracts/roles.ts';
import { declaring, type FlowEntry, type FlowVariable } from '../flow/flow-entry.ts';

/** The variable that holds the people of a role or a group (`group:<kind>`) when the flow starts. */
export function memberVariable(
  entry: FlowEntry,
  people: string,
): { readonly entry: FlowEntry; readonly name: string } {
  const group = groupKinds.find((kind: GroupKind) => people === `group:${kind}`);
  const role = roles.find((it: Role) => it === people);
  if (group) return declaring(entry, { from: 'members', group }, `${group}-members`);
  if (role) return declaring(entry, { from: 'members', role }, `${role}-members`);
  return { entry, name: '' };
}

/** Whose people a variable holds; undefined for a variable of another kind. */
export function peopleOf(variable: FlowVariable | undefined): string | undefined {
  const source = variable?.source;
  if (source?.from !== 'members') return undefined;
  return 'role' in source ? source.role : `group:${source.group}`;
}
