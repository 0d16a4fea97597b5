import { describe, expect, test } from '@jest/globals';
import { messagesEn } from './messages.en.ts';
import { messageOf, textOfError } from './messages.ts';
import { messagesZh } from './messages.zh.ts';
import { RULES } from './rule-registry.ts';

const error = { path: 'a', key: 'a', label: '标题', rule: 'maxLength', params: { length: 30 } };
/** Rules that the validator itself adds to those of the registry. */
const OWN_RULES = ['type', 'size', 'depth', 'rows', 'budget', 'malformed'];

describe('messages', () => {
  test.each([
    ['zh-CN', messagesZh],
    ['en', messagesEn],
  ])('%s has a text for every rule and no others', (_language, table) => {
    const keys = [...RULES.map((rule) => rule.name), ...OWN_RULES].map((rule) => `form.error.${rule}`);
    expect(Object.keys(table).sort()).toEqual(keys.sort());
  });

  test('have the same values in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
    for (const [key, text] of Object.entries(messagesZh))
      expect(names(text)).toEqual(names(messagesEn[key] ?? ''));
  });

  test('put figures and the label in', () => {
    expect(messageOf(error)).toEqual({
      key: 'form.error.maxLength',
      values: { length: 30, label: '标题', path: 'a' },
    });
    expect(textOfError(error, messagesZh)).toBe('标题最多 30 个字');
    expect(textOfError(error, messagesEn)).toBe('标题 must have no more than 30 characters');
  });

  test('prefer the text of the author, and show only known values in it', () => {
    const own = { ...error, message: '{{ field }}: {{length}} {{constructor}}' };
    expect(textOfError(own, messagesEn)).toBe('标题: 30 ');
  });
});
