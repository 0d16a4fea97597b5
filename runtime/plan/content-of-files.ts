import { type FormDefinition, isPlainObject } from '../forms/definition.ts';
import type { BundleContent } from './bundle-content.ts';
import type { PlanManifest } from './manifest.ts';
import { formPath, processPath, scenarioKeyOf } from './plan-files.ts';

/**
 * The files of a plan (path → text) as the content of a version, as far as it goes: a form or scenario that is missing
 * or can not be read is left out, and nothing is checked.
 */
export function contentOfFiles(manifest: PlanManifest, files: ReadonlyMap<string, string>): BundleContent {
  const plan = manifest.key;
  const forms: Record<string, FormDefinition> = {};
  for (const { key, file } of manifest.forms) {
    const form = json(files.get(formPath(plan, file)));
    if (isPlainObject(form) && Array.isArray(form.components)) forms[key] = form as FormDefinition;
  }
  const processes: Record<string, { xml: string }> = {};
  for (const { key, file } of manifest.processes)
    processes[key] = { xml: files.get(processPath(plan, file)) ?? '' };
  const decisions: Record<string, { xml: string }> = {};
  for (const { key, file } of manifest.decisions ?? [])
    decisions[key] = { xml: files.get(processPath(plan, file)) ?? '' };
  const scenarios = [...files].flatMap(([path, text]): [string, unknown][] => {
    const key = scenarioKeyOf(plan, path);
    const scenario = key === undefined ? undefined : json(text);
    return key === undefined || scenario === undefined ? [] : [[key, scenario]];
  });
  return {
    manifest,
    forms,
    processes,
    ...(manifest.decisions && { decisions }),
    ...(scenarios.length > 0 && { scenarios: Object.fromEntries(scenarios) }),
  };
}

function json(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
