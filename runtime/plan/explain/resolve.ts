import type { BundleContent } from '../bundle-content.ts';

/** What one layer stores: whole artefacts. What it does not store it takes from the layer that it extends. */
export interface LayerContent {
  readonly authority: string;
  /** Published version; undefined for a draft. */
  readonly version: number | undefined;
  readonly manifest?: BundleContent['manifest'];
  readonly forms: BundleContent['forms'];
  readonly processes: BundleContent['processes'];
  readonly decisions?: BundleContent['decisions'];
}

export interface Source {
  readonly authority: string;
  readonly version: number | undefined;
}

/** The plan that is in force at the lowest layer, and which layer each of its artefacts is from. */
export interface ResolvedPlan {
  readonly content: BundleContent;
  /** by `manifest`, `form:<key>`, `process:<key>`, `decision:<key>` */
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * Puts layers on each other, the uppermost first. Each artefact is from the lowest layer that stores it, as far as
 * the manifest in force lists it. Undefined: no layer has a manifest.
 */
export function resolve(layers: readonly LayerContent[]): ResolvedPlan | undefined {
  const upwards = layers.toReversed();
  const sources = new Map<string, Source>();
  const nearest = <T>(id: string, of: (layer: LayerContent) => T | undefined): T | undefined => {
    const layer = upwards.find((it) => of(it) !== undefined);
    if (layer) sources.set(id, { authority: layer.authority, version: layer.version });
    return layer && of(layer);
  };
  const manifest = nearest('manifest', (it) => it.manifest);
  if (manifest === undefined) return undefined;
  const pick = <T>(
    kind: 'form' | 'process' | 'decision',
    list: readonly { readonly key: string }[],
    of: (it: LayerContent) => Readonly<Record<string, T>>,
  ) =>
    Object.fromEntries(
      list.flatMap(({ key }) => {
        const found = nearest(`${kind}:${key}`, (it) =>
          Object.hasOwn(of(it), key) ? of(it)[key] : undefined,
        );
        return found === undefined ? [] : [[key, found] as const];
      }),
    );
  const content = {
    manifest,
    forms: pick('form', manifest.forms, ({ forms }) => forms),
    processes: pick('process', manifest.processes, ({ processes }) => processes),
    ...(manifest.decisions && {
      decisions: pick('decision', manifest.decisions, ({ decisions }) => decisions ?? {}),
    }),
  };
  return { content, sources };
}
