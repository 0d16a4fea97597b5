import { roles } from '@oneplan/runtime/contracts/roles.ts';
import type { Choice } from './fields.tsx';
import { useManifestDraft } from './manifest-draft.ts';

/** What the fields of an entry choose among. */
export function useChoices(): {
  readonly roles: readonly Choice[];
  readonly forms: readonly Choice[];
  readonly processes: readonly Choice[];
  readonly termSlots: readonly Choice[];
} {
  const { manifest } = useManifestDraft();
  const named = (list: readonly { readonly key: string; readonly name: string }[]) =>
    list.map(({ key, name }) => ({ value: key, label: name }));
  return {
    roles: named(manifest.roles),
    forms: named(manifest.forms),
    processes: named(manifest.processes),
    termSlots: manifest.termSlots.map(({ slot, name }) => ({ value: String(slot), label: name })),
  };
}

/** Chosen texts as the roles that they are. */
export const rolesAmong = (chosen: readonly string[]) => roles.filter((role) => chosen.includes(role));
