import { expect, test } from '@jest/globals';
import { presentFields } from './present-fields.ts';

const definition = {
  components: [
    { type: 'pupil', key: 'mates', label: '同学', multiple: true },
    { type: 'person', key: 'mentor', label: '指导老师' },
    { type: 'signature', key: 'signed', label: '签名' },
    { type: 'number', key: 'hours', label: '时长' },
    { type: 'radio', key: 'grade', label: '等第', values: [{ value: 'A', label: '优秀' }] },
  ],
};

test('notices and archive name who was chosen, and say of a signature only that there is one', () => {
  const data = {
    mates: [
      { id: 'a', name: '林一诺' },
      { id: 'b', name: '陈可' },
    ],
    mentor: { id: 'c', name: '王老师' },
    signed: 'data:image/png;base64,AAAA',
    hours: 3,
    grade: 'A',
  };
  expect(presentFields(definition, data, ['mates', 'mentor', 'signed', 'hours', 'grade'])).toEqual([
    { label: '同学', value: '林一诺、陈可' },
    { label: '指导老师', value: '王老师' },
    { label: '签名', value: '已签名' },
    { label: '时长', value: '3' },
    { label: '等第', value: '优秀' },
  ]);
  expect(presentFields(definition, { signed: '', mates: [] }, ['signed', 'mates'])).toEqual([]);
});
