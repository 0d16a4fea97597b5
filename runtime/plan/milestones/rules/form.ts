import type { MilestoneCheck } from '../comparison.ts';
import { isHeld } from '../milestone-lock.ts';
import { comparable, nameOf } from './kept.ts';

/** A locked user task is done with the form that the layer above gave it. */
export const form: MilestoneCheck = (comparison, report) => {
  for (const { base, mine } of comparable(comparison)) {
    if (!('formKey' in base) && !('formKey' in mine)) continue;
    const expected = ('formKey' in base && base.formKey) || '';
    const found = ('formKey' in mine && mine.formKey) || '';
    const lock = comparison.locks.ofProperty(base, 'formKey');
    if (expected === found || !isHeld(lock)) continue;
    const message = `“${nameOf(base)}” has to be done with the form ${expected || 'that it had (none)'}, not ${found || 'without one'}.`;
    report.add('milestone-form', lock, mine, message, { params: { expected, found } });
  }
};
