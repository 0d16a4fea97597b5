import dayjs from 'dayjs';
import { arrayOf, isPlainObject, objectOf, textOf } from '../definition.ts';
import { MASK_SYNTAX } from '../input-mask.ts';
import { compilePattern } from '../pattern.ts';
import { bytesOf } from '../rules/file-size.ts';
import type { ComponentCheck } from './check-context.ts';
import { isSet } from './scripts.ts';

const NUMBERS: readonly string[] = [
  ...['min', 'max', 'minLength', 'maxLength', 'minWords', 'maxWords', 'minSelectedCount', 'maxSelectedCount'],
];

/** Patterns, masks, figures and dates of rules are ones that can be worked with; what cannot is never skipped silently. */
export const checkBounds: ComponentCheck = ({ node, report }) => {
  const { component } = node;
  const validate = objectOf(component, 'validate');
  const { pattern } = validate;
  if (isSet(pattern) && (typeof pattern !== 'string' || compilePattern(pattern) === undefined)) {
    const shown = String(pattern).slice(0, 200);
    const message = `The pattern "${shown}" cannot be used: no look-around, no back references, brackets balanced`;
    report('pattern', 'validate.pattern', message, { pattern: shown });
  }
  for (const name of NUMBERS) {
    const value = validate[name];
    if (isSet(value) && !Number.isFinite(Number(value))) {
      report('number', `validate.${name}`, `${name} must be a number`, { setting: name });
    }
  }
  for (const [at, holder] of [
    ['', component],
    ['widget.', objectOf(component, 'widget')],
    ['datePicker.', objectOf(component, 'datePicker')],
  ] as const) {
    for (const name of ['minDate', 'maxDate'] as const) {
      const value = holder[name];
      if (isSet(value) && (typeof value !== 'string' || value.includes('(') || !dayjs(value).isValid())) {
        report('date', `${at}${name}`, `${name} must be a date such as 2026-09-01`, { setting: name });
      }
    }
  }
  if (component.type === 'textfield' && MASK_SYNTAX.test(textOf(component, 'inputMask'))) {
    const mask = textOf(component, 'inputMask');
    report('mask', 'inputMask', `The mask "${mask}" uses repetition or choices; spell it out`, { mask });
  }
  if (isSet(component.inputMask) && typeof component.inputMask !== 'string') {
    report('mask', 'inputMask', 'A mask is a text such as 999-9999', { mask: '' });
  }
  arrayOf(component, 'inputMasks').forEach((entry, index) => {
    if (isPlainObject(entry) && typeof entry.label === 'string' && typeof entry.mask === 'string') return;
    report('mask', `inputMasks[${index}]`, 'A mask has a label and a text such as 999-9999', { mask: '' });
  });
  for (const name of ['fileMinSize', 'fileMaxSize'] as const) {
    const size = component[name];
    if (component.type === 'file' && isSet(size) && bytesOf(String(size)) === undefined) {
      report('number', name, `${name} must be a size such as 10MB`, { setting: name });
    }
  }
  if (component.unique === true || validate.unique === true) {
    report('unique', 'unique', 'Uniqueness across submissions is not supported; switch it off', {});
  }
};
