import { type FormDefinition, isPlainObject } from '@oneplan/runtime/forms/definition.ts';
import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import { fingerprint, webDigest } from '@oneplan/runtime/plan/fingerprint.ts';
import { formPath, processPath } from '@oneplan/runtime/plan/plan-files.ts';
import { filesOfArtefacts, type PlanArtefact, readManifestArtefact } from './plan-artefact.ts';

type Draft = readonly Pick<PlanArtefact, 'kind' | 'key' | 'content'>[];

/**
 * A draft as the content of a version, as far as it goes: a form that is missing or can not be read is left out. Null
 * when the manifest can not be read.
 */
export function draftContent(planKey: string, draft: Draft): BundleContent | null {
  const manifest = readManifestArtefact(draft);
  if (!manifest || manifest.key !== planKey) return null;
  const files = filesOfArtefacts(planKey, draft);
  const forms: Record<string, FormDefinition> = {};
  for (const { key, file } of manifest.forms) {
    const form = parsed(files.get(formPath(planKey, file)));
    if (form) forms[key] = form;
  }
  const processes: Record<string, { xml: string }> = {};
  for (const { key, file } of manifest.processes)
    processes[key] = { xml: files.get(processPath(planKey, file)) ?? '' };
  const scenarios = scenariosOf(draft);
  return {
    manifest,
    forms,
    processes,
    ...(scenarios.length > 0 && { scenarios: Object.fromEntries(scenarios) }),
  };
}

/** The identity that the draft would have as a version; null when it can not become one. */
export async function draftFingerprint(planKey: string, draft: Draft): Promise<string | null> {
  const content = draftContent(planKey, draft);
  return content && fingerprint(content, webDigest);
}

function scenariosOf(draft: Draft): [string, unknown][] {
  return draft.flatMap(({ kind, key, content }): [string, unknown][] => {
    const value = kind === 'scenario' ? json(content) : undefined;
    return value === undefined ? [] : [[key, value]];
  });
}

function parsed(text: string | undefined): FormDefinition | null {
  const value = text === undefined ? undefined : json(text);
  return isPlainObject(value) && Array.isArray(value.components) ? (value as FormDefinition) : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
