import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { EntryOf } from '../editing/entry-lists.ts';
import type { FlowElement } from '../flow-elements.ts';

/** What the platform does at the steps between which a notice is open. */
export const noticeTopics = { open: 'notice.open', close: 'notice.close' } as const;

/**
 * A notice of the first flow that opens and closes one which no other entry describes, with the titles of its records
 * to a class. Null where there is no such flow, no record of it, or no parameter for how long it lasts.
 */
export function freshNotice(
  { notices, parameters, records }: Pick<PlanManifest, 'notices' | 'parameters' | 'records'>,
  key: string,
  elements: readonly FlowElement[],
  heading: string,
): EntryOf['notices'] | null {
  const period = parameters.find(({ type }) => type === 'duration');
  const described = new Set(notices.map(({ process, open }) => `${process}/${open}`));
  const open = elements.find(
    ({ process, id, topic }) => topic === noticeTopics.open && !described.has(`${process}/${id}`),
  );
  const close = elements.find(
    ({ process, topic }) => topic === noticeTopics.close && process === open?.process,
  );
  const shown = records.filter(({ process }) => process === open?.process);
  if (!open || !close || !period || shown.length === 0) return null;
  return {
    key,
    process: open.process,
    open: open.id,
    close: close.id,
    heading,
    audience: 'class',
    period: period.key,
    fields: shown.map(({ form, title }) => ({ form, components: [title] })),
    lock: { class: 'LOCKED' },
  };
}
