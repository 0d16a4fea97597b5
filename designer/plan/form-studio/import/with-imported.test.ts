import { describe, expect, test } from '@jest/globals';
import { readImport } from './read-import.ts';
import { withImported } from './with-imported.ts';

const form = {
  title: '思想品德突出表现',
  components: [{ type: 'textfield', key: 'title', label: '名称', input: true }],
};
const imported = {
  display: 'wizard',
  components: [{ type: 'textarea', key: 'title', label: '经过', input: true }],
};

describe('an imported form', () => {
  test('takes the place of what was there; what the form is called stays', () => {
    expect(withImported(form, imported, 'replace').form).toEqual({ ...imported, title: '思想品德突出表现' });
  });

  test('or stands below it, with keys of its own where they are taken', () => {
    const { form: joined, renamed } = withImported(form, imported, 'append');
    expect(joined.components.map(({ key }) => key)).toEqual(['title', 'title2']);
    expect(joined.display).toBeUndefined();
    expect(renamed).toMatchObject([{ rule: 'duplicate-key', component: '经过', now: 'title2' }]);
  });

  test.each(['', '{', '[]', '"text"'])('is none in %j', (text) => {
    expect(readImport(text)).toMatchObject({ kept: 0, refused: [{ rule: 'not-a-form' }] });
  });
});
