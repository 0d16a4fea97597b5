import { canonicalJson, canonicalText } from '@oneplan/runtime/plan/canonical.ts';
import type { Context } from '../../context.ts';
import { loadBundle, type PublishedBundle } from '../../persistence/published-bundle.ts';
import { artefactsOfBundle } from './bundle-artefacts.ts';
import type { PlanArtefact } from './plan-artefact.ts';

type Content = Pick<PlanArtefact, 'kind' | 'key' | 'content'>;

/** Says which artefacts of a draft differ in what counts from the version they are compared with. */
export interface Comparison {
  changed(artefact: Content): boolean;
  /** True also when an artefact was added or removed. */
  anyChanged(artefacts: readonly Content[]): boolean;
}

const placeOf = ({ kind, key }: Pick<Content, 'kind' | 'key'>) => `${kind}/${key}`;

/** `bundleId` null: there is no version yet, so everything is new. */
export async function compareWith(context: Context, bundleId: string | null): Promise<Comparison> {
  const published =
    bundleId === null ? new Map<string, string>() : canonicalOf(await loadBundle(context, bundleId));
  const changed = (artefact: Content) => published.get(placeOf(artefact)) !== canonical(artefact);
  return {
    changed,
    anyChanged: (artefacts) => artefacts.length !== published.size || artefacts.some(changed),
  };
}

const kept = new WeakMap<PublishedBundle, ReadonlyMap<string, string>>();

function canonicalOf(bundle: PublishedBundle): ReadonlyMap<string, string> {
  const found = kept.get(bundle);
  if (found) return found;
  const made = new Map(artefactsOfBundle(bundle).map((artefact) => [placeOf(artefact), canonical(artefact)]));
  kept.set(bundle, made);
  return made;
}

/** The text by which two artefacts are the same; as the fingerprint has it. */
function canonical({ kind, content }: Content): string {
  if (kind === 'process') return canonicalText(content);
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
