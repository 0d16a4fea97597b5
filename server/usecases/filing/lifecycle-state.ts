import type { LayerState } from '@oneplan/runtime/contracts/api/filings.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';

interface Draft {
  /** Of the draft as it is; null: it can not become a version. */
  readonly fingerprint: string | null;
  /** The last filing of the layer. */
  readonly filing: Pick<FilingRow, 'fingerprint' | 'state'> | null;
  /** Of the last published version. */
  readonly published: string | undefined;
  /** Of the draft that was last found to be without faults. */
  readonly checked: string | null | undefined;
}

/** Where a draft stands: told from fingerprints, so that no change goes unnoticed. */
export function lifecycleState({ fingerprint, filing, published, checked }: Draft): LayerState {
  if (fingerprint === null) return 'draft';
  if (filing?.fingerprint === fingerprint)
    if (filing.state === 'filed' || filing.state === 'accepted' || filing.state === 'returned')
      return filing.state;
  if (published === fingerprint) return 'published';
  return checked === fingerprint ? 'checked' : 'draft';
}
