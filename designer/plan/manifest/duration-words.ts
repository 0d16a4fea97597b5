/** Units that a duration may be given in, as ISO 8601 writes them. `M` is minutes: plans have no months. */
export const durationUnits = ['W', 'D', 'H', 'M', 'S'] as const;
export type DurationUnit = (typeof durationUnits)[number];

export interface DurationAmount {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const seconds: Readonly<Record<DurationUnit, number>> = { W: 604_800, D: 86_400, H: 3_600, M: 60, S: 1 };

/** One amount and unit for an ISO 8601 duration: `P7D` is 7 days, `P1DT12H` 36 hours. Null for what is none. */
export function durationAmount(text: string): DurationAmount | null {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match) return null;
  const parts = durationUnits.map((unit, index) => ({ unit, given: match[index + 1] }));
  const given = parts.filter((part) => part.given !== undefined);
  const smallest = given.at(-1);
  if (!smallest) return null;
  const total = given.reduce((sum, { unit, given: digits }) => sum + Number(digits) * seconds[unit], 0);
  return { amount: total / seconds[smallest.unit], unit: smallest.unit };
}

export function durationText({ amount, unit }: DurationAmount): string {
  return unit === 'W' || unit === 'D' ? `P${amount}${unit}` : `PT${amount}${unit}`;
}

/** The same length in another unit, whole or broken. */
export function durationIn(text: string, unit: DurationUnit): number | null {
  const found = durationAmount(text);
  return found === null ? null : (found.amount * seconds[found.unit]) / seconds[unit];
}
