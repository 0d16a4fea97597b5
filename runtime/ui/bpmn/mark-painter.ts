import type { Canvas, ElementRegistry, Overlays } from 'bpmn-js/lib/NavigatedViewer';
import { type DiagramMarks, type MarkName, markNames, markOf } from './marks.ts';

interface Picture {
  readonly canvas: Canvas;
  readonly elements: ElementRegistry;
  readonly overlays: Overlays;
}

/** Draws marks on a picture; what was drawn before goes. */
export function markPainter({ canvas, elements, overlays }: Picture) {
  /** Markers that are on, by element. */
  let marked: (readonly [string, string])[] = [];
  const add = (id: string, marker: string) => {
    if (!elements.get(id)) return;
    canvas.addMarker(id, marker);
    marked.push([id, marker]);
  };
  return (marks: DiagramMarks, word: (name: MarkName) => string): void => {
    for (const [id, marker] of marked) canvas.removeMarker(id, marker);
    overlays.remove({ type: 'op-mark' });
    marked = [];
    for (const id of marks.flows ?? []) add(id, 'op-taken');
    if (marks.chosen) add(marks.chosen, 'op-chosen');
    for (const id of new Set(markNames.flatMap((name) => marks[name] ?? []))) {
      const name = markOf(id, marks);
      const element = elements.get(id);
      if (!name || !element) continue;
      add(id, `op-${name}`);
      // A sequence flow is drawn as a broken line instead: beside it there is no room for a sign.
      if (element.waypoints) continue;
      overlays.add(id, 'op-mark', { position: { top: -10, right: 10 }, html: sign(name, word(name)) });
    }
    for (const [id, text] of Object.entries(marks.labels ?? {}))
      if (elements.get(id))
        overlays.add(id, 'op-mark', {
          position: { top: -10, left: -10 },
          scale: { min: 0.75, max: 1 },
          html: label(text),
        });
  };
}

function sign(name: MarkName, word: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'op-diagram-sign';
  element.dataset.mark = name;
  element.title = word;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', word);
  return element;
}

function label(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'op-diagram-label';
  element.textContent = text;
  return element;
}
