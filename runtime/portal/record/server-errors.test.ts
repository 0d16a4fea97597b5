import { expect, test } from '@jest/globals';
import { ApiProblem } from '../../ui/api/api-problem.ts';
import { serverFieldErrors } from './server-errors.ts';

const refused = (errors: unknown) => new ApiProblem('validation-failed', 422, 'No.', { errors });

test('says the rule that failed in words, at its path', () => {
  const errors = [{ path: 'title', key: 'title', label: '名称', rule: 'minLength', params: { length: 2 } }];
  expect(serverFieldErrors(refused(errors), 'zh-CN')).toEqual([
    { path: 'title', message: '名称至少 2 个字' },
  ]);
  expect(serverFieldErrors(refused(errors), 'en')?.[0]?.message).toContain('at least 2');
});

test('takes the author’s own words where the form has them', () => {
  const errors = [{ path: 'remark', rule: 'json', params: {}, message: '退回修改时，请写明需要修改的地方' }];
  expect(serverFieldErrors(refused(errors), 'zh-CN')?.[0]?.message).toBe('退回修改时，请写明需要修改的地方');
});

test('is nothing for another problem, or one without a list', () => {
  expect(serverFieldErrors(new ApiProblem('conflict', 409, ''), 'zh-CN')).toBeNull();
  expect(serverFieldErrors(refused('?'), 'zh-CN')).toBeNull();
});
