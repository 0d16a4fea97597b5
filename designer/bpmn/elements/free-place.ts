import type { ModelElement, Point } from 'bpmn-js/lib/Modeler';

interface Size {
  readonly width: number;
  readonly height: number;
}

type Box = Point & Size;

/** Room that is left around everything, in pixels of the diagram. */
const gap = 24;

const meets = (a: Box, b: Box) =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap;

/** The nearest place below a step, right of the event at its border, where nothing stands yet: its upper left corner. */
export function freePlace(step: ModelElement, event: Box, { width, height }: Size): Point {
  const others = (step.parent?.children ?? []).filter(
    (it) => it !== step && it.waypoints === undefined && it.host === undefined,
  );
  const place = { x: event.x + event.width / 2 + 50, y: step.y + step.height + 50, width, height };
  for (;;) {
    const inTheWay = others.filter((it) => meets(place, it));
    if (inTheWay.length === 0) return { x: place.x, y: place.y };
    place.y = Math.max(...inTheWay.map((it) => it.y + it.height)) + gap;
  }
}
