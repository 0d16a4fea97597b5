import type { Snapshot } from './snapshot.ts';

/** Clocks of two engines: instants this near to each other count as the same. No script uses shorter times. */
const SAME_INSTANT_MS = 25_000;
const INSTANTS: ReadonlySet<string> = new Set(['due', 'followUp']);

const PARTS = ['active', 'variables', 'tasks', 'externalTasks', 'subscriptions', 'jobs'] as const;

/** What differs apart from the history, a sentence each; empty when both engines agree. */
export function compareSnapshots(ours: Snapshot, theirs: Snapshot): string[] {
  const differences: string[] = [];
  if (ours.ended !== theirs.ended)
    differences.push(`ended: ${ours.ended} here, ${theirs.ended} on the reference`);
  for (const part of PARTS) {
    differences.push(...unmatched(part, ours[part].map(canonical), theirs[part].map(canonical)));
    if (part !== 'active' && part !== 'variables')
      differences.push(...instants(part, ours[part], theirs[part]));
  }
  return differences;
}

function unmatched(part: string, here: readonly string[], there: readonly string[]): string[] {
  const rest = [...there];
  const onlyHere: string[] = [];
  for (const record of here) {
    const at = rest.indexOf(record);
    if (at < 0) onlyHere.push(record);
    else rest.splice(at, 1);
  }
  return [
    ...onlyHere.map((record) => `${part}: ${record} only here`),
    ...rest.map((record) => `${part}: ${record} only on the reference`),
  ];
}

/** Instants are compared between the records that are equal otherwise, the earliest with the earliest. */
function instants(part: string, ours: readonly object[], theirs: readonly object[]): string[] {
  const found: string[] = [];
  for (const field of INSTANTS) {
    const [here, there] = [instantsOf(ours, field), instantsOf(theirs, field)];
    for (const [key, values] of here) {
      const others = there.get(key) ?? [];
      values.forEach((value, index) => {
        const other = others[index];
        if (other === undefined || value === other) return;
        if (Math.abs(value - other) <= SAME_INSTANT_MS) return;
        found.push(
          `${part}: ${field} of ${key} is ${instantText(value)} here, ${instantText(other)} on the reference`,
        );
      });
    }
  }
  return found;
}

function instantsOf(records: readonly object[], field: string): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  for (const record of records) {
    const value = (record as Record<string, unknown>)[field];
    if (value === undefined) continue;
    const key = canonical(record);
    // Null sorts before every instant, so that it is compared with null first.
    byKey.set(
      key,
      [...(byKey.get(key) ?? []), typeof value === 'number' ? value : 0].sort((a, b) => a - b),
    );
  }
  return byKey;
}

function instantText(value: number): string {
  return value === 0 ? 'none' : new Date(value).toISOString();
}

/** JSON with sorted keys, without instants. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (key, member: unknown) => {
    if (INSTANTS.has(key)) return undefined;
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
