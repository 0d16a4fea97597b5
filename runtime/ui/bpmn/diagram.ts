/** bpmn-js behind the few things that a page needs; loaded on demand. */

import NavigatedViewer, { type DiagramElement } from 'bpmn-js/lib/NavigatedViewer';
import { fitDiagram } from './fit-diagram.ts';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import './bpmn-skin.css';
import { fontFamily } from '../theme/tokens.ts';
import { markPainter } from './mark-painter.ts';
import type { DiagramMarks, MarkName } from './marks.ts';

export interface Diagram {
  readonly zoom: (steps: number) => void;
  readonly fit: () => void;
  readonly mark: (marks: DiagramMarks, word: (name: MarkName) => string) => void;
  readonly destroy: () => void;
}

/** Colours of bpmn-js as tokens, so that a diagram follows light and dark. */
export const diagramColours = {
  defaultFillColor: 'var(--op-surface)',
  defaultStrokeColor: 'var(--op-ink)',
  defaultLabelColor: 'var(--op-ink)',
};

/** Letters of a diagram, like all others. */
export const diagramLetters = { defaultStyle: { fontFamily }, externalStyle: { fontFamily } };

/** Least zoom at which a label can be read. */
const readable = 0.65;

/** Draws the BPMN inside the element, which must have a size. Rejects when the XML cannot be read. */
export async function openDiagram(
  element: HTMLElement,
  xml: string,
  options: { readonly label: string; readonly onSelect: (id: string) => void },
): Promise<Diagram> {
  const viewer = new NavigatedViewer({
    container: element,
    bpmnRenderer: diagramColours,
    textRenderer: diagramLetters,
    // The wheel scrolls the page; zooming is done with buttons and keys.
    zoomScroll: { enabled: false },
  });
  await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  let focus: string | undefined;
  let chosen: string | null = null;
  const draw = markPainter({ canvas, elements, overlays: viewer.get('overlays') });
  const fitAll = () => {
    // Hidden things have no size to fit into.
    if (element.clientWidth > 0) fitDiagram(canvas);
  };
  /** Near enough to read it. */
  const look = (place: DiagramElement) => {
    if (element.clientWidth === 0) return;
    if (canvas.zoom() < readable) canvas.zoom(readable);
    canvas.scrollToElement(place, 48);
  };
  /** All of it where that can be read; else, on a phone, what is being worked on. */
  const show = () => {
    fitAll();
    const place = focus === undefined ? undefined : elements.get(focus);
    if (!place || element.clientWidth === 0 || canvas.zoom() >= readable) return;
    look(place);
  };
  element.querySelector('svg')?.setAttribute('aria-label', options.label);
  viewer.get('eventBus').on('element.click', ({ element: clicked }) => options.onSelect(clicked.id));
  const resized = new ResizeObserver(() => {
    canvas.resized();
    show();
  });
  resized.observe(element);
  show();

  return {
    fit: fitAll,
    zoom: (steps) => viewer.get('zoomScroll').stepZoom(steps),
    mark: (marks, word) => {
      draw(marks, word);
      const before = { focus, chosen };
      focus = marks.active?.find((id) => elements.get(id));
      chosen = marks.chosen ?? null;
      if (focus !== before.focus) show();
      const place = chosen === null ? undefined : elements.get(chosen);
      if (place && chosen !== before.chosen) look(place);
    },
    destroy: () => {
      resized.disconnect();
      viewer.destroy();
    },
  };
}
