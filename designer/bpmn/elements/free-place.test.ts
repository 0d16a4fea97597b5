import { expect, test } from '@jest/globals';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { freePlace } from './free-place.ts';

const box = (x: number, y: number, width = 100, height = 80) => ({ x, y, width, height });

function stepAmong(...others: ReturnType<typeof box>[]): ModelElement {
  const step = { ...box(0, 0) } as unknown as ModelElement;
  return Object.assign(step, { parent: { children: [step, ...others] } });
}

const event = box(20, 62, 36, 36);

test('what follows an event at the border of a step stands below it', () => {
  expect(freePlace(stepAmong(), event, { width: 100, height: 80 })).toEqual({ x: 88, y: 130 });
});

test('and below everything that stands there already', () => {
  const place = freePlace(stepAmong(box(100, 120), box(150, 230)), event, { width: 190, height: 80 });
  expect(place.y).toBeGreaterThanOrEqual(310);
});

test('an arrow is nothing that stands in the way', () => {
  const step = stepAmong({ ...box(80, 100), waypoints: [] } as never);
  expect(freePlace(step, event, { width: 100, height: 80 }).y).toBe(130);
});
