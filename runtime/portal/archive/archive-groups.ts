import type { Archive } from '../../contracts/api/publicity.ts';

export type ArchiveEntry = Archive['entries'][number];

export interface TermEntries {
  readonly termSlot: number;
  readonly termName: string;
  readonly entries: ArchiveEntry[];
}

/** The entries of one dimension by term, latest term first; `null` takes all dimensions. */
export function entriesByTerm(entries: readonly ArchiveEntry[], dimension: string | null): TermEntries[] {
  const terms = new Map<number, TermEntries>();
  for (const entry of entries) {
    if (dimension !== null && entry.dimension !== dimension) continue;
    const { termSlot, termName } = entry;
    const term = terms.get(termSlot) ?? { termSlot, termName, entries: [] };
    term.entries.push(entry);
    terms.set(termSlot, term);
  }
  return [...terms.values()].sort((a, b) => b.termSlot - a.termSlot);
}

/** The first characters of a seal, in fours: enough to compare by eye with a printed one. */
export function shortSeal(seal: string): string {
  return (seal.slice(0, 12).match(/.{1,4}/g) ?? []).join(' ');
}
