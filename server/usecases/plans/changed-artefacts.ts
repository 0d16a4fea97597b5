import { canonicalJson, canonicalText } from '@oneplan/runtime/plan/canonical.ts';
import type { Context } from '../../context.ts';
import { loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import type { BundleRow, LayerRow } from '../../persistence/tables.ts';
import { artefactsOfBundle, artefactsToExtend } from './bundle-artefacts.ts';
import type { PlanArtefact } from './plan-artefact.ts';

type Content = Pick<PlanArtefact, 'kind' | 'key' | 'content'>;

/** Says which artefacts of a draft differ in what counts from the version they are compared with. */
export interface Comparison {
  changed(artefact: Content): boolean;
  /** True also when an artefact was added or removed. */
  anyChanged(artefacts: readonly Content[]): boolean;
}

const placeOf = ({ kind, key }: Pick<Content, 'kind' | 'key'>) => `${kind}/${key}`;

/** A draft beside the last version of its layer; beside what it extends, while there is none; at the top all is new. */
export async function compareDraft(
  context: Context,
  { extendsBundleId }: Pick<LayerRow, 'extendsBundleId'>,
  current: Pick<BundleRow, 'id'> | null | undefined,
): Promise<Comparison> {
  const bundleId = current?.id ?? extendsBundleId;
  const bundle = bundleId === null ? null : await loadBundle(context, bundleId);
  const published = bundle ? (current ? ownOf : extendedOf)(bundle) : new Map<string, string>();
  const changed = (artefact: Content) => published.get(placeOf(artefact)) !== canonicalArtefact(artefact);
  return {
    changed,
    anyChanged: (artefacts) => artefacts.length !== published.size || artefacts.some(changed),
  };
}

/** Versions never change: what was made of one is kept as long as the version is. */
function keptBy(artefactsOf: (bundle: PublishedBundle) => readonly PlanArtefact[]) {
  const kept = new WeakMap<PublishedBundle, ReadonlyMap<string, string>>();
  return (bundle: PublishedBundle): ReadonlyMap<string, string> => {
    const found = kept.get(bundle);
    if (found) return found;
    const made = new Map(
      artefactsOf(bundle).map((artefact) => [placeOf(artefact), canonicalArtefact(artefact)]),
    );
    kept.set(bundle, made);
    return made;
  };
}

const ownOf = keptBy(artefactsOfBundle);
const extendedOf = keptBy(artefactsToExtend);

/** The text by which two artefacts are the same; as the fingerprint has it. */
export function canonicalArtefact({ kind, content }: Content): string {
  if (kind === 'process' || kind === 'decision') return canonicalText(content);
  try {
    const value: unknown = JSON.parse(content);
    return canonicalJson(kind === 'manifest' ? withoutSchema(value) : value);
  } catch {
    return content;
  }
}

function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { $schema: _, ...manifest } = value as Record<string, unknown>;
  return manifest;
}
