import { describe, expect, test } from '@jest/globals';
import { shippedContent } from '@oneplan/runtime/plan/fixtures/shipped-content.ts';
import { lockMessage } from '@oneplan/runtime/plan/locks/lock-message.ts';
import { readLayer } from '@oneplan/runtime/plan/locks/read-layer.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { findComponent, withComponentAt } from '../../formio/component-places.ts';
import { formLocks, newlyRefused } from './form-locks.ts';

const content = await shippedContent();
const form = content.forms['b-r01'] as FormDefinition;
const plan = { content, ...(await readLayer(content)) };
const city = { ...plan, authority: '深圳市', version: 3 };
const locks = formLocks([city], 'b-r01');
if (!locks) throw new Error('the shipped plan has this form');

const edited = (
  key: string,
  change: (component: Record<string, unknown>) => Record<string, unknown> | undefined,
) => {
  const node = findComponent(form, key);
  if (!node) throw new Error(`no component ${key}`);
  return withComponentAt(form, node.definitionPath, change({ ...node.component }));
};

describe('locks of the plan above on a form', () => {
  test('say of each component whether it is locked, by whom and on which ground', () => {
    expect(locks.ofComponent('title')).toMatchObject({
      lock: { class: 'LOCKED' },
      authority: '深圳市',
      version: 3,
      basis: { number: '深教规〔2020〕6号' },
    });
    expect(locks.ofComponent('ownField')).toBeUndefined();
    expect(
      locks.ofProperties('description').map(({ property, stated }) => [property, stated.lock.class]),
    ).toEqual([['validate.maxLength', 'TIGHTEN']]);
  });

  test('are credited to the city in a school too, whatever stands between', () => {
    const district = { ...plan, authority: '南山区', version: 1 };
    const inSchool = formLocks([city, district], 'b-r01');

    expect(inSchool?.ofComponent('title')).toMatchObject({ authority: '深圳市', version: 3 });
    const emptied = edited('title', () => undefined);
    expect(inSchool?.findings(emptied)).toMatchObject([
      { rule: 'lock-removed', element: 'form:b-r01/title', by: { authority: '深圳市', version: 3 } },
    ]);
  });

  test('refuse to take a locked component out, and say who and what to do', () => {
    const refused = newlyRefused(
      locks,
      edited('title', () => undefined),
      form,
    );
    expect(refused?.rule).toBe('lock-removed');
    expect(refused && lockMessage(refused, 'zh-CN')).toMatch(
      /深圳市方案第 3 版规定，依据深教规〔2020〕6号.*请恢复/,
    );
  });

  test('refuse a looser limit and take a stricter one', () => {
    const limit = (maxLength: number) =>
      edited('description', (it) => ({ ...it, validate: { ...(it.validate as object), maxLength } }));
    expect(newlyRefused(locks, limit(9_999), form)?.rule).toBe('lock-loosened');
    expect(newlyRefused(locks, limit(100), form)).toBeUndefined();
  });

  test('let a component of the layer’s own in', () => {
    const own = {
      ...form,
      components: [...form.components, { type: 'textfield', key: 'mentor', label: '指导老师' }],
    };
    expect(newlyRefused(locks, own, form)).toBeUndefined();
  });

  test('do not refuse again what was refused in the draft before', () => {
    const before = edited('title', () => undefined);
    const after = { ...before, components: [...before.components, { type: 'textfield', key: 'mentor' }] };
    expect(newlyRefused(locks, after, before)).toBeUndefined();
  });

  test('are none on a form that the plan above does not have', () => {
    expect(formLocks([city], 'own-form')).toBeUndefined();
  });
});
