/** How the work on one artefact stands against what the server holds. */
export interface DraftState {
  /** `failed`: the last save was refused or did not get through; everything is still on the page. */
  readonly phase: 'saved' | 'unsaved' | 'saving' | 'failed';
  /** Of the content that the page was opened with or last saved. */
  readonly etag: string;
  /** ISO 8601 */
  readonly savedAt: string;
  /** Counts the changes; a save covers those up to its beginning. */
  readonly edits: number;
  readonly savingEdits: number;
}

export type DraftEvent =
  | { readonly type: 'edited' }
  | { readonly type: 'save-began' }
  | { readonly type: 'save-done'; readonly etag: string; readonly savedAt: string }
  | { readonly type: 'save-failed' };

export function openedDraft(etag: string, savedAt: string): DraftState {
  return { phase: 'saved', etag, savedAt, edits: 0, savingEdits: 0 };
}

/** The next state. An edit made while a save is on its way leaves the draft unsaved after it. */
export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'edited':
      return { ...state, phase: state.phase === 'saving' ? 'saving' : 'unsaved', edits: state.edits + 1 };
    case 'save-began':
      return { ...state, phase: 'saving', savingEdits: state.edits };
    case 'save-done':
      return {
        ...state,
        phase: state.edits > state.savingEdits ? 'unsaved' : 'saved',
        etag: event.etag,
        savedAt: event.savedAt,
      };
    case 'save-failed':
      return { ...state, phase: 'failed' };
  }
}

/** Whether leaving the page would lose something. */
export function isAtRisk({ phase }: Pick<DraftState, 'phase'>): boolean {
  return phase !== 'saved';
}
