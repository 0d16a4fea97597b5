import { expect, test } from '@jest/globals';
import { freshParameter } from '../definitions/retyped-parameter.ts';
import { freshRecord } from '../records/fresh-record.ts';
import { freshNotice } from './fresh-notice.ts';

const at = (id: string, topic: string) => ({ process: 'practice', id, name: id, topic });
const elements = [at('openNotice', 'notice.open'), at('closeNotice', 'notice.close')];
const plan = {
  notices: [],
  parameters: [freshParameter('period', '公示期')],
  records: [freshRecord('practice', 'practice', [{ path: 'title', type: 'textfield' }])],
};

test('a new notice is the one that a flow opens and closes, with the titles of its records', () => {
  expect(freshNotice(plan, 'notice-1', elements, '公示')).toMatchObject({
    process: 'practice',
    open: 'openNotice',
    close: 'closeNotice',
    period: 'period',
    fields: [{ form: 'practice', components: ['title'] }],
  });
});

test('there is none without a flow that closes it, or where it is described already', () => {
  expect(freshNotice(plan, 'notice-1', elements.slice(0, 1), '')).toBeNull();
  const described = freshNotice(plan, 'notice-1', elements, '');
  expect(
    freshNotice({ ...plan, notices: described ? [described] : [] }, 'notice-2', elements, ''),
  ).toBeNull();
});
