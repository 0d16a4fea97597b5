import type { PlanManifest } from '../manifest.ts';
import type { PlanUse } from './plan-use.ts';
import { ruleUses } from './rule-uses.ts';
import { setting } from './use-places.ts';

/** Notices, archive, lists, sheets, indicators and rules that name a component. */
export function listUses(manifest: PlanManifest, form: string, path: string): PlanUse[] {
  const holds = (fields: readonly { readonly form: string; readonly components: readonly string[] }[]) =>
    fields.some((it) => it.form === form && it.components.includes(path));
  const flows = new Set(manifest.records.filter((it) => it.form === form).map(({ process }) => process));
  const place = `${form}.${path}`;
  return [
    ...manifest.notices
      .filter(({ fields }) => holds(fields))
      .map(
        ({ key, heading }): PlanUse => ({ kind: 'notice', name: heading, place: setting('notices', key) }),
      ),
    ...manifest.archive.flatMap(({ key, heading, fields, attachments }): PlanUse[] => [
      ...(holds(fields) ? [{ kind: 'archive', name: heading, place: setting('archive', key) } as const] : []),
      ...(holds(attachments)
        ? [{ kind: 'attachment', name: heading, place: setting('archive', key) } as const]
        : []),
    ]),
    ...(manifest.views ?? [])
      .filter(
        ({ of, columns, filters = [] }) =>
          ('record' in of ? of.record === form : flows.has(of.process)) &&
          (columns.some((it) => 'component' in it && it.component === path) ||
            filters.some(({ column }) => column === path)),
      )
      .map(({ key, name }): PlanUse => ({ kind: 'view', name, place: setting('views', key) })),
    ...(manifest.sheets ?? [])
      .filter((sheet) => sheet.form === form && sheet.columns?.includes(path))
      .map(({ key, name }): PlanUse => ({ kind: 'sheet', name, place: setting('sheets', key) })),
    ...ruleUses(manifest, place),
  ];
}
