import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import type { EntryOf } from '../editing/entry-lists.ts';

type View = EntryOf['views'];

/** What a view lists, as one text to choose by: `record:honour`, `process:record-flow`. */
export function sourceText({ of }: Pick<View, 'of'>): string {
  return 'record' in of ? `record:${of.record}` : `process:${of.process}`;
}

export function sourceOf(text: string): View['of'] {
  const at = text.indexOf(':');
  const key = text.slice(at + 1);
  return text.slice(0, at) === 'record' ? { record: key } : { process: key };
}

/** Forms whose records a view can show. */
export function formsOf({ records }: PlanManifest, { of }: Pick<View, 'of'>): readonly string[] {
  if ('record' in of) return [of.record];
  return records.filter(({ process }) => process === of.process).map(({ form }) => form);
}

/** A column as one text: `field:state`, `component:title`. */
export function columnText(column: View['columns'][number]): string {
  return 'field' in column ? `field:${column.field}` : `component:${column.component}`;
}
