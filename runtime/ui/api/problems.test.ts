import { describe, expect, test } from '@jest/globals';
import { errorCodes } from '../../contracts/errors.ts';
import { ApiProblem, NetworkFailure } from './api-problem.ts';
import { problemResources, problemText } from './problems.ts';

const texts = problemResources['zh-CN'];
const words = {
  t: (key: string, values: Record<string, unknown> = {}) => {
    const text = key
      .split('.')
      .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], texts);
    return String(text).replace(/\{\{(\w+)\}\}/g, (_gap, name: string) =>
      String(values[name] ?? `{{${name}}}`),
    );
  },
  sayWhen: () => '今天 17:00',
};

describe('problem texts', () => {
  test.each(Object.keys(errorCodes))(
    '%s has its own sentence in Chinese and English, with no gap left open',
    (code) => {
      expect(problemText(new ApiProblem(code as never, 400, ''), words)).not.toMatch(/\{\{/);
      expect(problemResources.en).toHaveProperty([code]);
    },
  );

  test('names who completed the task, and when', () => {
    const detail = { endedBy: '周老师', endedAt: '2026-03-01T09:00:00Z' };
    expect(problemText(new ApiProblem('task-already-completed', 409, '', detail), words)).toContain(
      '周老师（今天 17:00）',
    );
  });

  test('says a long wait in minutes and a short one in seconds', () => {
    const wait = (retryAfter: number) =>
      problemText(new ApiProblem('throttled', 429, '', { retryAfter }), words);
    expect(wait(30)).toContain('30 秒');
    expect(wait(290)).toContain('5 分钟');
  });

  test('tells a lost connection from a refusal', () => {
    expect(problemText(new NetworkFailure(), words)).toContain('没有连上服务器');
  });
});
