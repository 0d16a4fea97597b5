import { describe, expect, test } from '@jest/globals';
import { type FittingCanvas, fitDiagram, showReadably } from './fit-diagram.ts';

type Box = { x: number; y: number; width: number; height: number };

function shown(inner: Box, outer: { width: number; height: number }, left = 0): Box {
  let box: Box = { x: 0, y: 0, width: 0, height: 0 };
  const viewbox = (next?: Box) => {
    if (next) box = next;
    return { inner, outer };
  };
  fitDiagram({ viewbox } as unknown as FittingCanvas, left);
  return box;
}

describe('fitting a diagram', () => {
  test('shows all of a wide diagram beside the palette', () => {
    const inner = { x: 100, y: 50, width: 2000, height: 300 };
    const box = shown(inner, { width: 1120, height: 600 }, 120);
    const scale = 1120 / box.width;
    expect((inner.x - box.x) * scale).toBeGreaterThanOrEqual(120);
    expect(box.x + box.width).toBeGreaterThan(inner.x + inner.width);
    expect(inner.y - box.y).toBeCloseTo(box.y + box.height - (inner.y + inner.height));
  });

  test('does not draw a small one larger than life', () => {
    expect(shown({ x: 0, y: 0, width: 100, height: 100 }, { width: 800, height: 600 }).width).toBe(800);
  });
});

describe('showing a diagram readably', () => {
  const readably = (inner: Box, outer: { width: number; height: number }) => {
    let box: Box = { x: 0, y: 0, width: 0, height: 0 };
    const viewbox = (next?: Box) => {
      if (next) box = next;
      return { inner, outer };
    };
    const isCut = showReadably({ viewbox } as unknown as FittingCanvas, 100, 0.75);
    return { isCut, box };
  };

  test('one that would become too small begins at its left edge, beside the palette', () => {
    const { isCut, box } = readably({ x: 50, y: 20, width: 4000, height: 300 }, { width: 900, height: 600 });
    expect(isCut).toBe(true);
    expect(900 / box.width).toBeCloseTo(0.75);
    expect((50 - box.x) * 0.75).toBeGreaterThan(100);
    expect(20 - box.y).toBeCloseTo(box.y + box.height - 320);
  });

  test('one that can be read is shown as a whole', () => {
    expect(readably({ x: 0, y: 0, width: 900, height: 300 }, { width: 1000, height: 600 }).isCut).toBe(false);
  });
});
