import type { BundleSummary } from '@oneplan/runtime/contracts/api/plans.ts';

/** Cohorts that a new version takes over from one version, or (null) from none of this layer. */
export interface Superseded {
  readonly version: number | null;
  readonly cohorts: readonly number[];
}

/** What publishing for these cohorts supersedes, the newest version first; cohorts that had none of this layer come last. */
export function superseded(
  bundles: readonly Pick<BundleSummary, 'version' | 'cohorts'>[],
  cohorts: readonly number[],
): readonly Superseded[] {
  const wanted = [...cohorts].sort((a, b) => a - b);
  const from = (cohort: number) =>
    bundles.filter((it) => it.cohorts.includes(cohort)).map(({ version }) => version);
  const versions = [...new Set(wanted.flatMap(from))].sort((a, b) => b - a);
  const none = wanted.filter((cohort) => from(cohort).length === 0);
  return [
    ...versions.map((version) => ({
      version,
      cohorts: wanted.filter((cohort) => from(cohort).includes(version)),
    })),
    ...(none.length > 0 ? [{ version: null, cohorts: none }] : []),
  ];
}
