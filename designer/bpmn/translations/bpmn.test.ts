import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import english from './bpmn.en.json' with { type: 'json' };
import chinese from './bpmn.zh.json' with { type: 'json' };

const words: Readonly<Record<string, string>> = chinese;
const require = createRequire(import.meta.url);
const placeholders = (text: string) => (text.match(/{\w+}/g) ?? []).sort();

/** The whole literals that a bundled module hands to `translate` (not those put together with `+`). */
function translatedLiterals(module: string): string[] {
  const source = readFileSync(require.resolve(module), 'utf8');
  return [...source.matchAll(/\btranslate\('((?:\\.|[^'\\])*)'\s*[,)]/g)].map(([, text = '']) =>
    text.replaceAll('\\n', '\n').replaceAll("\\'", "'"),
  );
}

describe('the words of bpmn-js and its panel', () => {
  test('are all there in Chinese', () => {
    const names = new Set(['BPMN', 'CMMN', 'DMN', '{eventType}: {type}', ' + shift + ']);
    expect(english.length).toBeGreaterThan(600);
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

  test.each(['bpmn-js-properties-panel', '@bpmn-io/properties-panel'])(
    'cover all that %s translates',
    (module) => {
      const literals = translatedLiterals(module);
      expect(literals.length).toBeGreaterThan(0);
      expect(literals.filter((text) => words[text] === undefined && /[A-Za-z]{2}/.test(text))).toEqual([]);
    },
  );
});
