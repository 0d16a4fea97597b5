import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { createContext, useContext } from 'react';
import type { ManifestLocks } from './manifest-locks.ts';
import type { FormsUnderCheck } from './use-forms-under-check.ts';

/** The manifest as it is being edited on a page. */
export interface ManifestDraft {
  readonly manifest: PlanManifest;
  readonly readOnly: boolean;
  readonly locks: ManifestLocks;
  /** Whether a property of an element, by its dotted name, is not for this page to set: read only, or locked above. */
  readonly isFixed: (element: string, property: string) => boolean;
  /** Forms of the draft, as far as they have come. */
  readonly forms: FormsUnderCheck;
  /** `place` names what is typed: going on at one place is one step to take back. null: a step of its own. */
  readonly change: (place: string | null, edit: (manifest: PlanManifest) => PlanManifest) => void;
  /** What is wrong with an entry, in sentences: at its pointer, or by the lock of its element. */
  readonly problemsOf: (pointer: string, element: string) => readonly string[];
}

export const ManifestDraftContext = createContext<ManifestDraft | null>(null);

/** Only below a `ManifestEditor`. */
export function useManifestDraft(): ManifestDraft {
  const draft = useContext(ManifestDraftContext);
  if (draft === null) throw new Error('useManifestDraft needs a ManifestEditor above it');
  return draft;
}
