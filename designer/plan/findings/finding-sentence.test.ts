import { expect, test } from '@jest/globals';
import { createI18n } from '@oneplan/runtime/ui/i18n/setup.ts';
import { findingSentence } from './finding-sentence.ts';
import { findingNamespace, findingResources } from './finding-words.ts';

const i18n = createI18n({ [findingNamespace]: findingResources });

const sentence = (rule: string, language: 'zh-CN' | 'en', own?: { 'zh-CN': string; en: string }) =>
  findingSentence(
    { rule, message: 'The message.', severity: 'error', sentence: own },
    (key) =>
      i18n.exists(key, { ns: findingNamespace, lng: language, fallbackLng: [] })
        ? String(i18n.getFixedT(language, findingNamespace)(key))
        : undefined,
    language,
  );

test.each([
  'unknown-role',
  'stage-fixed',
  'form.script',
  'process.dead-end',
  'milestone-avoidable',
  'dead-loop',
])('%s is said in Chinese', (rule) => {
  expect(sentence(rule, 'zh-CN')).toMatch(/[\u4e00-\u9fff]/);
});

test('in English, and for a rule without a sentence, the message of the server is said', () => {
  expect(sentence('unknown-role', 'en')).toBe('The message.');
  expect(sentence('form.brand-new-rule', 'zh-CN')).toBe('The message.');
});

test('what the finding says of itself goes before the sentence of its rule', () => {
  const own = { 'zh-CN': '第 2 步不同。', en: 'Step 2 differs.' };
  expect(sentence('scenario-differs', 'zh-CN', own)).toBe('第 2 步不同。');
  expect(sentence('scenario-differs', 'en', own)).toBe('Step 2 differs.');
});
