import type { BundleSummary, LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { createContext, type Dispatch, type SetStateAction, useContext } from 'react';
import type { ArtefactRef, ArtefactSummary } from '../artefact-ref.ts';
import type { DraftState } from '../editing/draft-state.ts';
import type { PlanFinding } from '../findings/finding-sentence.ts';

/** The artefact that is being edited, as the bar on top and publishing need to know it. */
export interface OpenDraft {
  readonly artefact: ArtefactRef;
  readonly name: string;
  readonly phase: DraftState['phase'];
  readonly savedAt: string;
  /** Saves what is not saved; false when that was refused, which has then been said. */
  readonly save: () => Promise<boolean>;
}

/** What the server refused to save. */
export interface RefusedSave {
  readonly artefact: ArtefactRef;
  readonly findings: readonly PlanFinding[];
}

export interface Workbench {
  readonly layer: LayerSummary;
  readonly artefacts: readonly ArtefactSummary[];
  readonly bundles: readonly BundleSummary[];
  readonly roles: readonly { readonly key: string; readonly name: string }[];
  /** null while it is on its way, or when it cannot be read. */
  readonly manifest: PlanManifest | null;
  /** Of the saved draft; undefined while they are on their way. */
  readonly findings: readonly PlanFinding[] | undefined;
  readonly showFindings: () => void;
  readonly setOpenDraft: (draft: OpenDraft | null) => void;
  readonly setRefused: Dispatch<SetStateAction<RefusedSave | null>>;
}

export const WorkbenchContext = createContext<Workbench | null>(null);

/** The layer that is open. Only below the workbench. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new Error('useWorkbench needs the workbench above it');
  return workbench;
}
