import { createHash } from 'node:crypto';
import { canonicalJson } from '@oneplan/runtime/plan/canonical.ts';

/**
 * SHA-256, lower-case hex, over the canonical JSON of an archive entry's content and the seal of the entry before it
 * (empty for the first): an entry that was changed, removed or moved breaks every seal after it.
 */
export function archiveSeal(content: unknown, previousSeal: string): string {
  return createHash('sha256')
    .update(`${canonicalJson(content)}\n${previousSeal}`)
    .digest('hex');
}
