import type { FilingSummary } from '@oneplan/runtime/contracts/api/filings.ts';

type Listed = FilingSummary & { readonly mine: boolean };

/** Whose turn it is: the reader’s, to review or to mend; or somebody else’s. */
export type Turn = 'review' | 'mend' | 'look';

/**
 * The filings on which something is still to be done, the reader’s own turns first: of each layer the newest, since a
 * later one stands in place of those before. `filings` come the newest first; `own` are the reader’s org units.
 */
export function openFilings<T extends Listed>(
  filings: readonly T[],
  own: ReadonlySet<string>,
): readonly { readonly filing: T; readonly turn: Turn }[] {
  const newest = new Map<string, T>();
  for (const filing of filings) {
    const known = newest.get(filing.layerId);
    if (!known || known.submittedAt < filing.submittedAt) newest.set(filing.layerId, filing);
  }
  const open = [...newest.values()].filter(
    ({ state }) => state === 'filed' || state === 'returned' || state === 'accepted',
  );
  const turns = open.map((filing) => ({ filing, turn: turnOf(filing, own) }));
  return [...turns.filter(({ turn }) => turn !== 'look'), ...turns.filter(({ turn }) => turn === 'look')];
}

function turnOf({ mine, state, orgUnit }: Listed, own: ReadonlySet<string>): Turn {
  if (mine) return 'review';
  return state === 'returned' && own.has(orgUnit.id) ? 'mend' : 'look';
}
