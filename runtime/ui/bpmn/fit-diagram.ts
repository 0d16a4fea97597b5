/** What fitting needs of diagram-js's canvas. */
export interface FittingCanvas {
  viewbox(): { readonly inner: Box; readonly outer: { readonly width: number; readonly height: number } };
  viewbox(box: Box): unknown;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const margin = 24;

/**
 * Shows a diagram so that its words can be read: all of it where that is possible, else from its left edge on, in the
 * middle of its height. Tells whether something is left out. `least` is the scale below which nothing is read.
 */
export function showReadably(canvas: FittingCanvas, left: number, least: number): boolean {
  fitDiagram(canvas, left);
  const { inner, outer } = canvas.viewbox();
  const room = { width: outer.width - left - 2 * margin, height: outer.height - 2 * margin };
  if (inner.width === 0 || Math.min(room.width / inner.width, room.height / inner.height) >= least)
    return false;
  const width = outer.width / least;
  const height = outer.height / least;
  canvas.viewbox({
    x: inner.x - (left + margin) / least,
    y: Math.min(inner.y - margin / least, inner.y - (height - inner.height) / 2),
    width,
    height,
  });
  return true;
}

/**
 * Shows all of a diagram with its labels, in the middle of the room that `left` pixels (a palette) leave; never
 * larger than life. diagram-js's own fit cuts labels at the edge and knows nothing of what lies over the canvas.
 */
export function fitDiagram(canvas: FittingCanvas, left = 0): void {
  const { inner, outer } = canvas.viewbox();
  if (inner.width === 0 || inner.height === 0) return;
  const room = { width: outer.width - left - 2 * margin, height: outer.height - 2 * margin };
  const scale = Math.min(room.width / inner.width, room.height / inner.height, 1);
  if (!(scale > 0)) return;
  const width = outer.width / scale;
  const height = outer.height / scale;
  const spare = width - inner.width - left / scale;
  canvas.viewbox({
    x: inner.x - left / scale - spare / 2,
    y: inner.y - (height - inner.height) / 2,
    width,
    height,
  });
}
