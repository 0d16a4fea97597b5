import { childOf, childrenOf, idOf, type ModdleElement } from '@oneplan/runtime/model/moddle-element.ts';
import { readXml } from '@oneplan/runtime/model/read-xml.ts';
import { layoutProcess } from 'bpmn-auto-layout';
import type { ElementRegistry, ModelElement, Modeling, Point } from 'bpmn-js/lib/Modeler';

interface Bounds extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where the elements of a flow would stand if it were drawn anew. */
export interface Arrangement {
  readonly shapes: ReadonlyMap<string, Bounds>;
  readonly flows: ReadonlyMap<string, readonly Point[]>;
}

/** Arranges the flow of a file; what it says is not touched. Rejects for a file that cannot be read. */
export async function arrangementOf(xml: string): Promise<Arrangement> {
  const { definitions } = await readXml(await layoutProcess(xml));
  const shapes = new Map<string, Bounds>();
  const flows = new Map<string, readonly Point[]>();
  for (const diagram of definitions ? childrenOf(definitions, 'diagrams') : []) {
    const plane = childOf(diagram, 'plane');
    for (const part of plane ? childrenOf(plane, 'planeElement') : []) {
      const element = childOf(part, 'bpmnElement');
      const bounds = childOf(part, 'bounds');
      if (element && bounds) shapes.set(idOf(element), boundsOf(bounds));
      else if (element) flows.set(idOf(element), childrenOf(part, 'waypoint').map(pointOf));
    }
  }
  return { shapes, flows };
}

const numberOf = (element: ModdleElement, name: string) => Number(element.get(name));
const pointOf = (element: ModdleElement): Point => ({ x: numberOf(element, 'x'), y: numberOf(element, 'y') });
const boundsOf = (element: ModdleElement): Bounds => ({
  ...pointOf(element),
  width: numberOf(element, 'width'),
  height: numberOf(element, 'height'),
});

/** Moves what is drawn to where the arrangement has it; what it does not know stays. */
export function arrange(modeling: Modeling, elements: ElementRegistry, { shapes, flows }: Arrangement): void {
  // Around before inside, and steps before what is at their border: what is moved takes these along.
  const moved = [...shapes].flatMap(([id, bounds]) => {
    const element = elements.get(id);
    return element ? [{ element, bounds }] : [];
  });
  moved.sort((a, b) => depthOf(a.element) - depthOf(b.element));
  for (const { element, bounds } of moved) {
    modeling.moveShape(
      element,
      { x: bounds.x - element.x, y: bounds.y - element.y },
      element.parent,
      quietly,
    );
    if (bounds.width !== element.width || bounds.height !== element.height)
      modeling.resizeShape(element, bounds, undefined, quietly);
  }
  for (const [id, waypoints] of flows) {
    const flow = elements.get(id);
    if (flow && waypoints.length > 1) modeling.updateWaypoints(flow, waypoints);
  }
  for (const id of [...shapes.keys(), ...flows.keys()]) placeLabel(modeling, elements.get(id));
}

/** The name beside an element, where it stands when nobody has moved it. */
function placeLabel(modeling: Modeling, element: ModelElement | undefined): void {
  const label = element?.labels?.[0];
  if (!element || !label) return;
  const middle = element.waypoints ? besideFlow(element.waypoints, label) : belowShape(element, label);
  const delta = {
    x: Math.round(middle.x - label.width / 2 - label.x),
    y: Math.round(middle.y - label.height / 2 - label.y),
  };
  if (delta.x !== 0 || delta.y !== 0) modeling.moveShape(label, delta, label.parent, quietly);
}

/** Below; at the border of a step to the left, where its own flow does not run. */
function belowShape({ x, y, width, height, host }: ModelElement, label: ModelElement): Point {
  const below = { x: x + width / 2, y: y + height + label.height / 2 + 6 };
  return host ? { x: below.x - width / 2 - label.width / 2 - 4, y: below.y } : below;
}

/** At the beginning of an arrow, above it or to its right. */
function besideFlow([first, second]: readonly Point[], label: ModelElement): Point {
  if (!first || !second) return { x: label.x + label.width / 2, y: label.y + label.height / 2 };
  const isAcross = Math.abs(second.x - first.x) > Math.abs(second.y - first.y);
  if (isAcross)
    return {
      x: first.x + Math.sign(second.x - first.x) * (label.width / 2 + 8),
      y: first.y - label.height / 2 - 4,
    };
  return {
    x: first.x + label.width / 2 + 8,
    y: first.y + Math.sign(second.y - first.y) * (label.height / 2 + 8),
  };
}

const quietly = { autoResize: false, attachSupport: false };

function depthOf({ host, parent }: ModelElement): number {
  const around = parent ? 2 + depthOf(parent) : 0;
  return around + (host ? 1 : 0);
}
