import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { Option } from '../../formio/setup/options.ts';

/** The term slots of a plan as options; the value is the slot. */
export function termOptions(manifest: PlanManifest | null): readonly Option[] {
  return (manifest?.termSlots ?? []).map(({ slot, name }) => ({ value: `t${slot}`, label: name }));
}

/** The indicators that are no headings, in the plan’s order; the value is the code. */
export function indicatorOptions(manifest: PlanManifest | null): readonly Option[] {
  const all = manifest?.indicators ?? [];
  const headings = new Set(all.map(({ parent }) => parent));
  return all
    .filter(({ code }) => !headings.has(code))
    .map(({ code, text }) => ({ value: code, label: `${code} ${text}` }));
}
