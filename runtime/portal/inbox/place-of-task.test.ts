import { describe, expect, test } from '@jest/globals';
import { placeOfTask } from './place-of-task.ts';
import { taskWords } from './task-words.ts';

const filing = { layerId: 'layer-1', unitName: '南山区' };

describe('a task of the inbox', () => {
  test('about a record is done in the inbox', () => {
    expect(placeOfTask({ id: 'task-1' })).toEqual({ within: 'portal', address: '/inbox/task-1' });
  });

  test('about a filing is done beside the plan in the designer', () => {
    expect(placeOfTask({ id: 'task-1', filing })).toEqual({
      within: 'designer',
      address: '/designer/layers/layer-1/filing',
    });
  });

  test('says whose it is: the pupil’s, or the org unit’s that files', () => {
    expect(taskWords({ student: null, filing, title: '综合素质评价方案' })).toBe('南山区 综合素质评价方案');
    expect(taskWords({ student: null, title: '综合素质评价方案' })).toBe('综合素质评价方案');
  });
});
