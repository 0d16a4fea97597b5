import { describe, expect, test } from '@jest/globals';
import english from './builder.en.json' with { type: 'json' };
import chinese from './builder.zh.json' with { type: 'json' };

const words: Readonly<Record<string, string>> = chinese;
/** Values, code and units that read the same everywhere. */
const sameEverywhere =
  /^([\d.]+(MB)?|%|xs|sm|md|lg|xl|on|id|event|submitted|[{ ].*|.*[=();].*|\S+:\/\/\S+|[yMdHms:-]+|\.jpg.*|JavaScript|JSON(Logic)?|OpenID|GitHub|Google|Kickbox|HTML( 5)?|ACE|Quill|ChoicesJS)$/s;
const tags = (text: string) => (text.match(/<\/?[a-z][^>]*>/gi) ?? []).sort();
const placeholders = (text: string) => (text.match(/{{[^}]*}}/g) ?? []).sort();

describe("the words of Form.io's builder", () => {
  test('are all there in Chinese', () => {
    const missing = english.filter((text) => words[text] === undefined);
    const untranslated = english.filter((text) => {
      const translated = words[text] ?? '';
      return !/[\u4e00-\u9fff]/.test(translated) && !sameEverywhere.test(translated);
    });
    expect(english).toHaveLength(991);
    expect(missing).toEqual([]);
    expect(untranslated).toEqual([]);
  });

  test('keep their markup and placeholders', () => {
    const broken = english.filter((text) => {
      const translated = words[text] ?? '';
      return (
        String(tags(text)) !== String(tags(translated)) ||
        String(placeholders(text)) !== String(placeholders(translated))
      );
    });
    expect(broken).toEqual([]);
  });
});
