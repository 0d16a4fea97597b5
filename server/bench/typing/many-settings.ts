import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';

const counts = { indicators: 150, parameters: 30, windows: 12, vectors: 12 };
const free = { class: 'FREE' as const };
const times = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

/** What the settings pages edit, as much of it as a city could have; nothing of it is locked. */
export function manySettings({ dimensions, parameters }: PlanManifest): Partial<PlanManifest> {
  return {
    indicators: times(counts.indicators, (at) => ({
      code: `Z${at}`,
      dimension: dimensions[at % dimensions.length]?.key ?? '',
      text: `观测点 ${at + 1}`,
      kind: 'recorded',
      lock: free,
    })),
    parameters: [
      ...parameters,
      ...times(counts.parameters, (at) => ({
        key: `limit${at}`,
        name: `上限 ${at + 1}`,
        type: 'integer' as const,
        value: 5,
        bounds: { min: 0, max: 100_000_000 },
        lock: free,
      })),
    ],
    rules: [
      {
        key: 'pass',
        name: '达标',
        rule: {
          logic: { '>=': [{ var: 'terms' }, 20] },
          vectors: times(counts.vectors, (at) => ({ given: { terms: at * 4 }, expected: at >= 5 })),
        },
        lock: free,
      },
    ],
    calendar: {
      holidays: [],
      workingDays: [],
      windows: times(counts.windows, (at) => ({
        key: `window-${at}`,
        name: `安排 ${at + 1}`,
        weeks: { from: 1 + at, to: 3 + at },
        lock: free,
      })),
    },
  };
}
