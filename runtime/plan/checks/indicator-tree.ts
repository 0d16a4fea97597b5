import type { PlanIndicator } from '../entries/indicator.ts';
import type { PlanCheck } from './plan-under-check.ts';

/** Indicators are a tree inside each dimension, and only its leaves are ticked, by somebody, with values they have. */
export const indicatorTree: PlanCheck = ({ manifest }, report) => {
  const indicators = manifest.indicators ?? [];
  const byCode = new Map(indicators.map((it) => [it.code, it]));
  const parents = new Set(indicators.map(({ parent }) => parent));
  indicators.forEach((it, index) => {
    const parent = it.parent === undefined ? undefined : byCode.get(it.parent);
    const problem =
      (isInLoop(it, byCode) && `it is a part of itself`) ||
      (parent &&
        parent.dimension !== it.dimension &&
        `${parent.code}, which it is a part of, is of another dimension`) ||
      (parents.has(it.code) && it.values !== undefined && 'it has parts, and only those are ticked') ||
      valuesProblem(it);
    if (problem)
      report.atManifest(
        ['indicators', index],
        'indicator-tree',
        `The indicator ${it.code} ${it.text}: ${problem}.`,
        { indicator: it.code },
      );
  });
};

function valuesProblem({ values, default: preset, evaluator, rule }: PlanIndicator): string | undefined {
  const known = (values ?? []).map(({ value }) => value);
  if (new Set(known).size < known.length) return 'two of its values are the same';
  if (preset !== undefined && !known.includes(preset)) return `its default ${preset} is none of its values`;
  if (known.length > 0 && evaluator === undefined && rule === undefined)
    return 'nobody ticks it; name an evaluator or a rule';
  return undefined;
}

function isInLoop(start: PlanIndicator, byCode: ReadonlyMap<string, PlanIndicator>): boolean {
  const seen = new Set<string>();
  for (let at: PlanIndicator | undefined = start; at?.parent !== undefined; at = byCode.get(at.parent)) {
    if (at.parent === start.code) return true;
    if (seen.has(at.code)) return false;
    seen.add(at.code);
  }
  return false;
}
