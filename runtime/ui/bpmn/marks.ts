/** What a diagram tells of a running process: ids of flow elements, and of the sequence flows that were taken. */
export interface DiagramMarks {
  readonly active?: readonly string[];
  readonly finished?: readonly string[];
  readonly failed?: readonly string[];
  /** New in this version. */
  readonly fresh?: readonly string[];
  /** Beside another version: different there. */
  readonly changed?: readonly string[];
  /** Beside another version: not there any more. */
  readonly removed?: readonly string[];
  readonly flows?: readonly string[];
  /** A word or figure at an element: two pictures that show the same one belong together there. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What the person has chosen. */
  readonly chosen?: string | null;
}

/** The marks that carry a sign of their own. */
export const markNames = ['active', 'finished', 'failed', 'fresh', 'changed', 'removed'] as const;
export type MarkName = (typeof markNames)[number];

/** One mark an element: what is being worked on again is active, however often it was finished before. */
export function markOf(elementId: string, marks: DiagramMarks): MarkName | undefined {
  if (marks.failed?.includes(elementId)) return 'failed';
  if (marks.active?.includes(elementId)) return 'active';
  if (marks.finished?.includes(elementId)) return 'finished';
  if (marks.removed?.includes(elementId)) return 'removed';
  if (marks.fresh?.includes(elementId)) return 'fresh';
  return marks.changed?.includes(elementId) ? 'changed' : undefined;
}
