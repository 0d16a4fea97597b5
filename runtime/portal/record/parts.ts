import type { RecordForm } from '../../contracts/api/records.ts';

export interface Part {
  readonly part: string;
  readonly used: number;
  readonly cap: number | null;
}

/** The parts of a plan with their shared count and cap; the forms of one part tell the same. */
export function partsOf(forms: readonly RecordForm[]): Part[] {
  const parts = new Map<string, Part>();
  for (const { part, used, cap } of forms) {
    if (!parts.has(part)) parts.set(part, { part, used, cap });
  }
  return [...parts.values()];
}

/** Forms grouped by dimension, both in the order of the plan. */
export function byDimension(forms: readonly RecordForm[]): { dimension: string; forms: RecordForm[] }[] {
  const groups = new Map<string, RecordForm[]>();
  for (const form of forms) {
    groups.set(form.dimension, [...(groups.get(form.dimension) ?? []), form]);
  }
  return [...groups].map(([dimension, own]) => ({ dimension, forms: own }));
}
