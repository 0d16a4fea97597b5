import { expect, test } from '@jest/globals';
import type { BundleContent } from '../bundle-content.ts';
import { refusals } from '../fixtures/plan-text.ts';
import { shippedContent } from '../fixtures/shipped-content.ts';
import { addComponent, type Edit, variant } from '../fixtures/variants.ts';
import { componentsOf } from '../form-components.ts';
import { withAccess } from '../form-uses/component-access.ts';
import { stepsOfForm, withStepPermission } from '../form-uses/form-steps.ts';

const city = await shippedContent();
const mentor = { type: 'textfield', key: 'mentor', label: '指导老师', input: true };
const own = addComponent('b-r01', mentor);
const none = { visible: false, editable: false, required: false };
const all = { visible: true, editable: true, required: true };

/** Another access to a component at a step, as the designer writes it. */
const access =
  (at: number, path: string, to: typeof none): Edit =>
  (draft) => {
    const content = draft as unknown as BundleContent;
    const step = stepsOfForm(content.manifest, 'b-r01')[at];
    if (!step) throw new Error('the form has such a step');
    const known = step.forms.flatMap((form) => [...componentsOf(content.forms[form] ?? {}).keys()]);
    const next = withStepPermission(content.manifest, step, withAccess(step.permission, path, to, known));
    Object.assign(draft, { manifest: next });
  };
const told = (...edits: Edit[]) => refusals(city, '深圳市', variant(city, own, ...edits));

test('a district hides, opens and requires a component of its own at a step', async () => {
  expect(await told(access(0, 'mentor', all))).toEqual([]);
  expect(await told(access(1, 'mentor', none))).toEqual([]);
  expect(await told(access(2, 'mentor', none))).toEqual([]);
});

test('but takes nothing from the access to what the city has, and requires no more of it', async () => {
  expect((await told(access(1, 'description', none))).join()).toMatch(/只能增补，不能修改：原为 全部，/);
  expect((await told(access(2, 'place', none))).join()).toMatch(/只能增补/);
  expect((await told(access(0, 'place', all))).join()).toMatch(/只能增补/);
});
