import type { PlanFinding } from '@oneplan/runtime/plan/finding.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { ManifestAbove } from './manifest-locks.ts';

/** What the worker that checks a manifest is told; only `check` is answered. Manifests are sent as text, which is sent fastest. */
export type CheckRequest =
  /** Forms of the draft: key and text. */
  | { readonly kind: 'forms'; readonly forms: readonly (readonly [string, string])[] }
  /** The layers above, the uppermost first. */
  | { readonly kind: 'above'; readonly above: string }
  | { readonly kind: 'check'; readonly manifest: string };

export const sentAbove = (above: readonly ManifestAbove[]): CheckRequest & { kind: 'above' } => ({
  kind: 'above',
  above: JSON.stringify(
    above.map(
      ({ content: { manifest }, authority, version }): ManifestAbove => ({
        content: { manifest },
        authority,
        version,
      }),
    ),
  ),
});
export const receivedAbove = (text: string) => JSON.parse(text) as readonly ManifestAbove[];

export const sentManifest = (manifest: PlanManifest): CheckRequest => ({
  kind: 'check',
  manifest: JSON.stringify(manifest),
});
export const receivedManifest = (text: string) => JSON.parse(text) as PlanManifest;

export interface CheckAnswer {
  readonly findings: readonly PlanFinding[];
  /** What the layers above do not allow. */
  readonly refused: readonly LockFinding[];
}
