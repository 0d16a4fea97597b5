import { expect, test } from '@jest/globals';
import { createFieldCipher } from '../identity/field-cipher.ts';
import { testSecret } from '../testing/test-context.ts';
import { packHistory, unpackHistory } from './packed-history.ts';

const cipher = createFieldCipher(testSecret);

test('gives back every row, without the columns that are null in all of them', () => {
  const rows = {
    instance: { id: 'i', state: '{"v":{"title":"拾金不昧"}}', ended_at: 5, suspended_at: null },
    tables: {
      activity: [
        { instance_id: 'i', activity: 1, name: '提交', via: null, canceled: 0 },
        { instance_id: 'i', activity: 2, name: null, via: null, canceled: 1 },
      ],
      task: [],
      variable_change: [],
      task_comment: [{ instance_id: 'i', id: 'c', message: '好' }],
    },
  };
  expect(unpackHistory(cipher, packHistory(cipher, rows))).toEqual({
    instance: { id: 'i', state: '{"v":{"title":"拾金不昧"}}', ended_at: 5 },
    tables: {
      activity: [
        { activity: 1, name: '提交', canceled: 0 },
        { activity: 2, name: null, canceled: 1 },
      ],
      task: [],
      variable_change: [],
      task_comment: [{ id: 'c', message: '好' }],
    },
  });
});

test('what an earlier release has archived is readable', () => {
  expect(unpackHistory(cipher, archivedByVersion1)).toEqual({
    instance: { id: 'i', status: 'completed' },
    tables: {
      activity: [{ activity: 1, element_id: 'start' }],
      task: [],
      variable_change: [],
      task_comment: [],
    },
  });
});

test('a text that was altered is refused', () => {
  expect(() => unpackHistory(cipher, `${archivedByVersion1.slice(0, -8)}AAAAAAA=`)).toThrow();
});

const archivedByVersion1 = 'AQZge/zOjEBaSLB0+Nbg0qLPnfHofEf075a12LNvFDvaAhCCXZ4dYOCrjLyIrCXIPrfoRtQME95X';
