import type { FormDefinition } from '../forms/definition.ts';
import type { LoadedPlan } from './loaded-plan.ts';
import type { PlanManifest } from './manifest.ts';
import { formPath, manifestPath, processPath, scenarioPath } from './plan-files.ts';

/** What a bundle stores: plain JSON, everything that running under the plan needs. */
export interface BundleContent {
  readonly manifest: PlanManifest;
  readonly forms: Readonly<Record<string, FormDefinition>>;
  readonly processes: Readonly<Record<string, { readonly xml: string }>>;
  /** Recorded runs that the plan has to take alike, by key; absent where there are none, as in the first bundles. */
  readonly scenarios?: Readonly<Record<string, unknown>>;
  /** Decision tables (DMN); absent: none. */
  readonly decisions?: Readonly<Record<string, { readonly xml: string }>>;
}

export function bundleContent(plan: LoadedPlan): BundleContent {
  return {
    manifest: plan.manifest,
    forms: Object.fromEntries(plan.forms),
    processes: Object.fromEntries(plan.processes),
    ...(plan.scenarios.size > 0 && { scenarios: Object.fromEntries(plan.scenarios) }),
    ...(plan.decisions.size > 0 && { decisions: Object.fromEntries(plan.decisions) }),
  };
}

/** The files that a bundle is exported as; `loadPlan` reads them back to the same content. */
export function bundleFiles({
  manifest,
  forms,
  processes,
  decisions = {},
  scenarios = {},
}: BundleContent): Map<string, string> {
  const files = new Map([[manifestPath(manifest.key), json(manifest)]]);
  for (const { key, file } of manifest.forms) files.set(formPath(manifest.key, file), json(forms[key]));
  for (const { key, file } of manifest.processes)
    files.set(processPath(manifest.key, file), processes[key]?.xml ?? '');
  for (const { key, file } of manifest.decisions ?? [])
    files.set(processPath(manifest.key, file), decisions[key]?.xml ?? '');
  for (const [key, scenario] of Object.entries(scenarios))
    files.set(scenarioPath(manifest.key, key), json(scenario));
  return files;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
