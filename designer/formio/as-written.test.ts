import { expect, test } from '@jest/globals';
import { asWritten } from './as-written.ts';

const written = {
  title: '记录',
  components: [
    {
      type: 'panel',
      key: 'basics',
      collapsible: false,
      components: [{ type: 'datetime', key: 'date', label: '日期', enableDate: true }],
    },
  ],
};
/** Defaults left out, a setting of Form.io's own written in. */
const drawnDate = { type: 'datetime', key: 'date', label: '日期', widget: { type: 'calendar' } };
const form = (...components: object[]) => ({
  title: '记录',
  components: [{ type: 'panel', key: 'basics', components }],
});
const drawing = { written, drawn: form(drawnDate) };

test('a form that nobody touched is what its author wrote, to the letter', () => {
  expect(JSON.stringify(asWritten(form(drawnDate), drawing))).toBe(JSON.stringify(written));
});

test('what was changed is as changed, and the rest of the component as it was written', () => {
  const changed = asWritten(form({ ...drawnDate, label: '活动日期' }), drawing);
  expect(changed.components[0]?.components).toEqual([
    { type: 'datetime', key: 'date', label: '活动日期', enableDate: true },
  ]);
});

test('what was added and taken out stays so', () => {
  const own = { type: 'textfield', key: 'mentor' };
  expect(asWritten(form(own), drawing)).toEqual({
    title: '记录',
    components: [{ type: 'panel', key: 'basics', collapsible: false, components: [own] }],
  });
});

test('a component of another type under an old key is a new one', () => {
  const other = { type: 'day', key: 'date', label: '日期' };
  expect(asWritten(form(other), drawing).components[0]?.components).toEqual([other]);
});
