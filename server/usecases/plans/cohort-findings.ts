import type { Context } from '../../context.ts';
import { inForce } from '../../persistence/published-bundle.ts';
import { places } from '../../persistence/sql-statement.ts';
import type { BundleBindingRow } from '../../persistence/tables/plan-tables.ts';
import type { WireFinding } from './plan-problem.ts';
import type { LayerInPlace } from './require-layer.ts';

/**
 * Cohorts that are not governed by exactly one version: two at once, or none although the layer governed them once and
 * nobody above does. Each is mended by publishing a version for it, so that a warning is all that keeps nobody from it.
 */
export async function cohortFindings(
  context: Context,
  { layer, plan: { stage }, orgUnit }: LayerInPlace,
): Promise<WireFinding[]> {
  const bindings = await context.tables.bundleBindings.find({ orgUnitId: layer.orgUnitId, stage });
  const own = new Set((await context.tables.bundles.find({ layerId: layer.id })).map(({ id }) => id));
  const cohorts = [
    ...new Set(bindings.filter(({ bundleId }) => own.has(bundleId)).map((it) => it.entryCohort)),
  ];
  const findings: WireFinding[] = [];
  for (const cohort of cohorts.sort((a, b) => a - b)) {
    const spans = spansOf(bindings.filter(({ entryCohort }) => entryCohort === cohort));
    if (overlap(spans)) findings.push(twice(cohort));
    const covered = spans.some(({ until }) => until > context.now());
    if (!covered && !(await isGovernedAbove(context, orgUnit.path, stage, cohort)))
      findings.push(uncovered(cohort));
  }
  return findings;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** When each was or will be in force; what was replaced before it began never was. */
function spansOf(bindings: readonly BundleBindingRow[]): Span[] {
  return bindings
    .map(({ boundAt, supersededAt }) => ({
      from: Number(boundAt),
      until: supersededAt === null ? Number.POSITIVE_INFINITY : Number(supersededAt),
    }))
    .filter(({ from, until }) => until > from)
    .sort((a, b) => a.from - b.from);
}

const overlap = (spans: readonly Span[]) =>
  spans.some(({ from }, index) => index > 0 && from < (spans[index - 1]?.until ?? 0));

/** Whether a version of an authority above governs the cohort here. */
async function isGovernedAbove(
  context: Context,
  orgUnitPath: string,
  stage: string,
  cohort: number,
): Promise<boolean> {
  const above = orgUnitPath
    .split('/')
    .filter((id) => id !== '')
    .slice(0, -1);
  if (above.length === 0) return false;
  const now = context.now();
  const row = await context.sql.one(
    `SELECT bundle_id FROM bundle_binding WHERE org_unit_id IN (${places(above)}) AND stage = ? AND entry_cohort = ? AND ${inForce}`,
    [...above, stage, cohort, now, now],
  );
  return row !== undefined && row !== null;
}

function twice(cohort: number): WireFinding {
  const sentence = {
    'zh-CN': `${cohort} 级同时有两个版本适用。请再发布一次，并勾选 ${cohort} 级，只留这一版。`,
    en: `Two versions govern the cohort ${cohort} at once. Publish again for ${cohort}, so that one is left.`,
  };
  return { rule: 'cohort-twice', severity: 'warning', message: sentence.en, sentence };
}

function uncovered(cohort: number): WireFinding {
  const sentence = {
    'zh-CN': `${cohort} 级原来的版本已经停用，现在没有哪一版适用。请发布时一并勾选 ${cohort} 级。`,
    en: `The version that governed the cohort ${cohort} is superseded, and none governs it now. Tick ${cohort} when publishing.`,
  };
  return { rule: 'cohort-uncovered', severity: 'warning', message: sentence.en, sentence };
}
