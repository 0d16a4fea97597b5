import { expect, test } from '@jest/globals';
import { canvasComponentId } from './component-on-canvas.ts';

const form = { component: { type: 'form' } };
const grid = { component: { type: 'datagrid', key: 'rows' }, parent: form };
const panel = { component: { type: 'panel', key: 'basics' }, parent: grid };

test('a component on the canvas is named as plans name it: through grids, past layouts', () => {
  expect(canvasComponentId({ component: { type: 'number', key: 'hours' }, parent: panel })).toBe(
    'rows.hours',
  );
  expect(canvasComponentId(panel)).toBe('basics');
  expect(canvasComponentId({ component: { type: 'number', key: 'hours' }, parent: form })).toBe('hours');
});
