import { planChecks } from '@oneplan/runtime/plan/checks/index.ts';
import type { FormUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { type PlanFinding, PlanReport } from '@oneplan/runtime/plan/finding.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { manifestPath } from '@oneplan/runtime/plan/plan-files.ts';
import { readManifest } from '@oneplan/runtime/plan/read-manifest.ts';
import { manifestText } from './manifest-text.ts';

/**
 * What the server would find in the manifest as it stands in the editor. Forms are looked at as far as they are
 * there, flows are not: what is edited here does not change how a flow runs.
 */
export function liveFindings(
  manifest: PlanManifest,
  forms: ReadonlyMap<string, FormUnderCheck>,
): readonly PlanFinding[] {
  const report = new PlanReport();
  const none = new Map();
  const file = manifestPath(manifest.key);
  const read = readManifest(new Map([[file, manifestText(manifest)]]), manifest.key, report);
  if (read)
    for (const check of planChecks)
      check({ manifest: read, forms, processes: none, decisions: none }, report);
  return report.findings;
}

/** Those about an entry of the manifest: at its pointer or below. */
export function findingsAt<T extends { readonly path?: string }>(
  findings: readonly T[],
  pointer: string,
): readonly T[] {
  return findings.filter(({ path = '' }) => path === pointer || path.startsWith(`${pointer}/`));
}
