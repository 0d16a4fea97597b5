import type { Canvas, ElementRegistry } from 'bpmn-js/lib/Modeler';

/** The way that offends, and the step that it leaves out or breaks. */
export interface OffendingPath {
  readonly element: string;
  readonly path: readonly string[];
}

const wayMarker = 'op-offending';
const stepMarker = 'op-offended';

/** Draws one way at a time on the diagram; `show(undefined)` takes it off. */
export class OffendingPathPainter {
  readonly #canvas: Canvas;
  readonly #elements: ElementRegistry;
  #drawn: readonly (readonly [string, string])[] = [];

  constructor(canvas: Canvas, elements: ElementRegistry) {
    this.#canvas = canvas;
    this.#elements = elements;
  }

  show(offending: OffendingPath | undefined): void {
    for (const [id, marker] of this.#drawn) if (this.#elements.get(id)) this.#canvas.removeMarker(id, marker);
    const marks = offending
      ? [
          ...offending.path.filter((id) => id !== offending.element).map((id) => [id, wayMarker] as const),
          [offending.element, stepMarker] as const,
        ]
      : [];
    this.#drawn = marks.filter(([id]) => this.#elements.get(id) !== undefined);
    for (const [id, marker] of this.#drawn) this.#canvas.addMarker(id, marker);
  }
}
