/** bpmn-js behind the few things that a page needs; loaded on demand. */

import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { fitDiagram } from './fit-diagram.ts';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import './bpmn-skin.css';
import { fontFamily } from '../theme/tokens.ts';
import { type DiagramMarks, type MarkName, markNames, markOf } from './marks.ts';

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
  const overlays = viewer.get('overlays');
  let focus: string | undefined;
  const fitAll = () => {
    // Hidden things have no size to fit into.
    if (element.clientWidth > 0) fitDiagram(canvas);
  };
  /** All of it where that can be read; else, on a phone, what is being worked on. */
  const show = () => {
    fitAll();
    const place = focus === undefined ? undefined : elements.get(focus);
    if (!place || element.clientWidth === 0 || canvas.zoom() >= readable) return;
    canvas.zoom(readable);
    canvas.scrollToElement(place, 48);
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
      for (const id of marks.flows ?? []) if (elements.get(id)) canvas.addMarker(id, 'op-taken');
      focus = marks.active?.find((id) => elements.get(id));
      for (const id of new Set(markNames.flatMap((name) => marks[name] ?? []))) {
        const name = markOf(id, marks);
        if (!name || !elements.get(id)) continue;
        canvas.addMarker(id, `op-${name}`);
        overlays.add(id, 'op-mark', { position: { top: -10, right: 10 }, html: sign(name, word(name)) });
      }
      show();
    },
    destroy: () => {
      resized.disconnect();
      viewer.destroy();
    },
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
