import type { PlanManifest } from '../manifest.ts';
import type { PlanUse } from './plan-use.ts';
import { reads, setting } from './use-places.ts';

type Indicator = NonNullable<PlanManifest['indicators']>[number];

/** Indicators and rules that read a place (a form, or `<form>.<component path>`), and indicators that name it otherwise. */
export function ruleUses(
  manifest: PlanManifest,
  place: string,
  names: (indicator: Indicator) => boolean = () => false,
): PlanUse[] {
  return [
    ...(manifest.indicators ?? [])
      .filter((it) => names(it) || reads(it.rule, place))
      .map(
        ({ code, text }): PlanUse => ({
          kind: 'indicator',
          name: `${code} ${text}`,
          place: setting('indicators', code),
        }),
      ),
    ...(manifest.rules ?? [])
      .filter(({ rule }) => reads(rule, place))
      .map(({ key, name }): PlanUse => ({ kind: 'plan-rule', name, place: setting('rules', key) })),
  ];
}
