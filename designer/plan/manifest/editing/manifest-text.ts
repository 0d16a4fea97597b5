import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { readManifestText } from '../../workbench/use-manifest.ts';

/** The manifest as its file has it, members in their order and nothing added; null when it cannot be used. */
export function openManifest(text: string): PlanManifest | null {
  return readManifestText(text) === null ? null : (JSON.parse(text) as PlanManifest);
}

export function manifestText(manifest: PlanManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
