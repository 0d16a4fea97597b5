import type { ArtefactKind } from '@oneplan/runtime/contracts/api/plans.ts';
import { manifest as manifestSchema, type PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import {
  formPath,
  manifestPath,
  processPath,
  scenarioKeyOf,
  scenarioPath,
} from '@oneplan/runtime/plan/plan-files.ts';
import { scenarioName } from './scenario-name.ts';

/**
 * One file of a plan as layers keep it: the manifest, a form (JSON), a file of flows (BPMN), of a decision (DMN) or of
 * scenarios (JSON).
 */
export interface PlanArtefact {
  readonly kind: ArtefactKind;
  /** Key of the form or scenario; of the first process of the file; `plan` for the manifest. */
  readonly key: string;
  readonly name: string;
  readonly content: string;
}

/** There is one manifest a layer, `plan.json`. */
export const manifestKey = 'plan';

interface PlanFile extends Omit<PlanArtefact, 'content'> {
  readonly path: string;
}

/** The files that a manifest lists, itself first. A file with several processes appears once. */
export function listedFiles(manifest: PlanManifest): PlanFile[] {
  const files: PlanFile[] = [
    { kind: 'manifest', key: manifestKey, name: manifest.name, path: manifestPath(manifest.key) },
    ...manifest.forms.map(({ key, name, file }) => ({
      kind: 'form' as const,
      key,
      name,
      path: formPath(manifest.key, file),
    })),
    ...manifest.processes.map(({ key, name, file }) => ({
      kind: 'process' as const,
      key,
      name,
      path: processPath(manifest.key, file),
    })),
    ...(manifest.decisions ?? []).map(({ key, name, file }) => ({
      kind: 'decision' as const,
      key,
      name,
      path: processPath(manifest.key, file),
    })),
  ];
  return [...new Map(files.toReversed().map((file) => [file.path, file])).values()].reverse();
}

/** Files (path → text) as the artefacts of a layer; every file that the manifest lists must be there. */
export function artefactsOfFiles(manifest: PlanManifest, files: ReadonlyMap<string, string>): PlanArtefact[] {
  const listed = listedFiles(manifest).map(({ path, ...artefact }) => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`${path} is listed in the manifest and is not there`);
    return { ...artefact, content };
  });
  const scenarios = [...files].flatMap(([path, content]): PlanArtefact[] => {
    const key = scenarioKeyOf(manifest.key, path);
    return key === undefined ? [] : [{ kind: 'scenario', key, name: scenarioName(content, key), content }];
  });
  return [...listed, ...scenarios];
}

/**
 * A layer's artefacts as files (path → text). One that the manifest does not list stands under its key, so that
 * the plan's checks report it.
 */
export function filesOfArtefacts(
  planKey: string,
  artefacts: readonly Pick<PlanArtefact, 'kind' | 'key' | 'content'>[],
): Map<string, string> {
  const manifest = readManifestArtefact(artefacts);
  return new Map(
    artefacts.map((artefact) => [pathOfArtefact(planKey, manifest, artefact), artefact.content]),
  );
}

/** Where an artefact stands among the files of the plan. */
export function pathOfArtefact(
  planKey: string,
  manifest: PlanManifest | null,
  { kind, key }: Pick<PlanArtefact, 'kind' | 'key'>,
): string {
  if (kind === 'manifest') return manifestPath(planKey);
  if (kind === 'scenario') return scenarioPath(planKey, key);
  const listed = manifest?.key === planKey ? listedFiles(manifest) : [];
  const ending = kind === 'process' ? 'bpmn' : 'dmn';
  const unlisted =
    kind === 'form' ? formPath(planKey, `${key}.form.json`) : processPath(planKey, `${key}.${ending}`);
  return listed.find((file) => file.kind === kind && file.key === key)?.path ?? unlisted;
}

/** The manifest among the artefacts; null when it is missing or can not be used. */
export function readManifestArtefact(
  artefacts: readonly Pick<PlanArtefact, 'kind' | 'content'>[],
): PlanManifest | null {
  const found = artefacts.find(({ kind }) => kind === 'manifest');
  if (!found) return null;
  try {
    return manifestSchema.safeParse(JSON.parse(found.content)).data ?? null;
  } catch {
    return null;
  }
}

/** The manifest of a plan among its files; null when it is missing or can not be used. */
export function manifestOfFiles(files: ReadonlyMap<string, string>, planKey: string): PlanManifest | null {
  const content = files.get(manifestPath(planKey));
  return content === undefined ? null : readManifestArtefact([{ kind: 'manifest', content }]);
}
