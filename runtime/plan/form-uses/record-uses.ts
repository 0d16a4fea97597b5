import type { PlanManifest } from '../manifest.ts';
import type { PlanUse } from './plan-use.ts';
import { flow, names } from './use-places.ts';

/** What records of the form take from a component: their title, their line in lists, who may fill it. */
export function recordUses(
  { records, forms, processes }: PlanManifest,
  form: string,
  path: string,
): PlanUse[] {
  const entry = forms.find(({ key }) => key === form);
  return [
    ...records
      .filter((record) => record.form === form)
      .flatMap(({ process, title, summary, permission }): PlanUse[] => {
        const name = processes.find(({ key }) => key === process)?.name ?? process;
        const { readable, editable, required } = permission;
        const place = flow(process);
        return [
          ...(title === path ? [{ kind: 'title', name, place } as const] : []),
          ...(summary.includes(path) ? [{ kind: 'summary', name, place } as const] : []),
          ...([readable, editable, required].some((list) => names(list, path))
            ? [{ kind: 'permission', name, place } as const]
            : []),
        ];
      }),
    ...(entry?.optionalWhen ?? [])
      .filter(({ component }) => component === path)
      .map(({ reason }): PlanUse => ({ kind: 'optional', name: reason, place: { page: 'form', form } })),
  ];
}
