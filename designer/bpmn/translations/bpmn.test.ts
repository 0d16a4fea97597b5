import { describe, expect, test } from '@jest/globals';
import english from './bpmn.en.json' with { type: 'json' };
import chinese from './bpmn.zh.json' with { type: 'json' };

const words: Readonly<Record<string, string>> = chinese;
const placeholders = (text: string) => (text.match(/{\w+}/g) ?? []).sort();

describe('the words of bpmn-js', () => {
  test('are all there in Chinese', () => {
    const names = new Set(['BPMN', 'CMMN', 'DMN', '{eventType}: {type}', ' + shift + ']);
    expect(english.length).toBeGreaterThan(250);
    expect(english.filter((text) => words[text] === undefined)).toEqual([]);
    expect(english.filter((text) => !/[\u4e00-\u9fff]/.test(words[text] ?? '') && !names.has(text))).toEqual(
      [],
    );
  });

  test('keep their placeholders', () => {
    expect(
      english.filter((text) => String(placeholders(text)) !== String(placeholders(words[text] ?? ''))),
    ).toEqual([]);
  });
});
