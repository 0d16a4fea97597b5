import type { FormDefinition } from '../forms/definition.ts';
import type { PlanManifest } from './manifest.ts';

/** A plan whose files have been read and found consistent. */
export interface LoadedPlan {
  readonly manifest: PlanManifest;
  /** by form key, in the order of the manifest */
  readonly forms: ReadonlyMap<string, FormDefinition>;
  /** by process key, in the order of the manifest */
  readonly processes: ReadonlyMap<string, { readonly xml: string }>;
  /** recorded runs by key, as JSON; what a scenario is, `runtime/simulation` knows */
  readonly scenarios: ReadonlyMap<string, unknown>;
  /** by key of the decision, in the order of the manifest */
  readonly decisions: ReadonlyMap<string, { readonly xml: string }>;
}
