import type { PlanElement } from '../elements/element.ts';
import { declaredTree } from './declared-tree.ts';
import type { PlanCheck } from './plan-under-check.ts';

const optionKinds: ReadonlySet<string> = new Set(['option', 'parameter-option', 'indicator-value']);

/** An option that counts as another one (`mapsTo`) names an option of the same list, and ends at one that counts as itself. */
export const optionBase: PlanCheck = (plan, report) => {
  const options = [...declaredTree(plan).values()].filter(({ kind }) => optionKinds.has(kind));
  const byPlace = new Map(options.map((it) => [placeOf(it, it.properties.value), it]));
  for (const option of options) {
    const { mapsTo } = option.properties;
    if (mapsTo === undefined || endsAtBase(option, byPlace)) continue;
    const owner = option.parent ?? '';
    const form = /^form:([^/]+)\//.exec(owner)?.[1];
    const message = `The option ${option.name} of ${owner} counts as ${String(mapsTo)}, which is no option there.`;
    const params = { option: option.id, mapsTo: String(mapsTo) };
    const file = form === undefined ? undefined : plan.forms.get(form)?.file;
    if (file === undefined) report.atManifest(pathOf(plan.manifest, owner), 'option-base', message, params);
    else
      report.add({ rule: 'option-base', file, path: owner.slice(`form:${form}/`.length), message, params });
  }
};

const placeOf = ({ parent, slot }: PlanElement, value: unknown) => `${parent}\n${slot}\n${String(value)}`;

function endsAtBase(option: PlanElement, byPlace: ReadonlyMap<string, PlanElement>): boolean {
  const seen = new Set<PlanElement>();
  for (let at: PlanElement | undefined = option; at !== undefined && !seen.has(at); ) {
    const { mapsTo } = at.properties;
    if (mapsTo === undefined) return true;
    seen.add(at);
    at = byPlace.get(placeOf(at, mapsTo));
  }
  return false;
}

function pathOf({ parameters, indicators = [] }: Parameters<PlanCheck>[0]['manifest'], owner: string) {
  const parameter = parameters.findIndex(({ key }) => `parameter:${key}` === owner);
  const indicator = indicators.findIndex(({ code }) => `indicator:${code}` === owner);
  return parameter >= 0 ? ['parameters', parameter, 'options'] : ['indicators', indicator, 'values'];
}
