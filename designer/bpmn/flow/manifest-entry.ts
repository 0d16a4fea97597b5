import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { FlowEntry } from './flow-entry.ts';

const none: FlowEntry = { steps: [], variables: [] };

/** What the manifest says of the steps of a flow. */
export function entryIn(manifest: PlanManifest, process: string): FlowEntry {
  const found = manifest.processes.find(({ key }) => key === process);
  return found ? { steps: found.steps, variables: found.variables } : none;
}

/** The manifest with the entry in its place; a flow that it does not list stays unlisted. */
export function withEntry(manifest: PlanManifest, process: string, entry: FlowEntry): PlanManifest {
  return {
    ...manifest,
    processes: manifest.processes.map((it) =>
      it.key === process ? { ...it, steps: [...entry.steps], variables: [...entry.variables] } : it,
    ),
  };
}
