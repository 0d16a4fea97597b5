import { describe, expect, test } from '@jest/globals';
import type { MilestoneFinding } from './milestone-finding.ts';
import { milestoneMessage } from './milestone-message.ts';
import { milestoneRules } from './milestone-rules.ts';

const finding = (rule: MilestoneFinding['rule'], params: MilestoneFinding['params']): MilestoneFinding => ({
  rule,
  severity: 'error',
  element: 'notice',
  path: [],
  lock: { lock: { class: 'LOCKED' }, authority: '深圳市', basis: '深教规〔2020〕6号 三（五）' },
  message: '',
  params: { name: '公示', ...params },
});

describe('what a district officer reads', () => {
  test('says which step is bypassed, where, who laid it down and on which ground', () => {
    const said = milestoneMessage(
      finding('milestone-avoidable', { from: '是否公示', over: '归档' }),
      'zh-CN',
    );
    expect(said).toBe(
      '环节“公示”可以被绕过：从“是否公示”之后走“归档”，就不经过它。请让每条路都经过“公示”。（深圳市规定，依据深教规〔2020〕6号 三（五））',
    );
  });

  test('says times as people say them', () => {
    const params = { broken: 'shorter', expected: 'P5D', found: 'P3D', working: 'true' };
    expect(milestoneMessage(finding('milestone-bound', params), 'zh-CN')).toContain('5 个工作日');
    const limit = { sum: 11, limit: 7, unit: 'days', limitName: '申诉办结时限' };
    expect(milestoneMessage(finding('time-limit-exceeded', limit), 'zh-CN')).toContain(
      '合计 11 天，超过了“申诉办结时限”的 7 天',
    );
    expect(milestoneMessage(finding('time-limit-exceeded', limit), 'en')).toContain('11 days');
  });

  test.each(milestoneRules)('%s has a sentence in both languages that names the step', (rule) => {
    const params = {
      from: 'a',
      over: 'b',
      before: 'c',
      decision: 'd',
      sum: 1,
      limit: 2,
      limitName: 'e',
      unit: 'days',
    };
    for (const language of ['zh-CN', 'en'] as const)
      expect(milestoneMessage(finding(rule, params), language)).toMatch(/公示/);
    expect(milestoneMessage(finding(rule, params), 'zh-CN')).not.toMatch(/undefined|[a-z]-[a-z]/);
  });
});
