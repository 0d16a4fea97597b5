import type { Overlays } from 'bpmn-js/lib/Modeler';
import type { LockNote, LockWords } from './lock-words.ts';
import type { ProcessLocks } from './process-locks.ts';

const closed =
  '<svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true"><path d="M5 7V5a3 3 0 0 1 6 0v2h1v6H4V7zm1.5 0h3V5a1.5 1.5 0 0 0-3 0z" fill="currentColor"/></svg>';

/**
 * Puts a mark on every step with a lock that has none; pressing it opens what it says, pressing again or Escape
 * closes it. A step that was away and is back has lost its mark.
 */
export function drawLockMarks(
  overlays: Overlays,
  locks: ProcessLocks,
  words: LockWords,
  isThere: (elementId: string) => boolean,
): void {
  for (const id of locks.marked()) {
    const note = words.noteOf(locks.stated(id), locks.enforced);
    if (note === undefined || !isThere(id) || overlays.get({ element: id, type: overlayType }).length > 0)
      continue;
    overlays.add(id, overlayType, {
      position: { top: 0, left: 0 },
      // Its text stays readable however small the diagram is drawn.
      scale: false,
      html: markOf(note, words.mark),
    });
  }
}

const overlayType = 'op-lock';

function markOf({ heading, lines }: LockNote, label: string): HTMLElement {
  const mark = document.createElement('div');
  mark.className = 'op-lock-mark';
  const button = document.createElement('button');
  button.type = 'button';
  button.innerHTML = closed;
  button.setAttribute('aria-label', `${label}：${heading}`);
  const note = document.createElement('div');
  note.className = 'op-lock-note';
  note.hidden = true;
  note.append(textElement('strong', heading), ...lines.map((line) => textElement('p', line)));
  const show = (shown: boolean) => {
    note.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
  };
  show(false);
  button.addEventListener('click', () => show(note.hidden === true));
  mark.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(false);
  });
  mark.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && mark.contains(relatedTarget))) show(false);
  });
  mark.append(button, note);
  return mark;
}

function textElement(tag: 'strong' | 'p', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
