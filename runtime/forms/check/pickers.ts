import { pickableRoles, pickableUnitKinds } from '../../contracts/pickers.ts';
import { pickerOf } from '../components/reference.ts';
import { numberOf } from '../definition.ts';
import type { ComponentCheck } from './check-context.ts';
import { isSet } from './scripts.ts';

const offers: readonly (readonly [setting: string, allowed: readonly string[]])[] = [
  ['roles', pickableRoles],
  ['unitKinds', pickableUnitKinds],
];

/** The settings of our own components are ones that the server can hold people to. */
export const checkPickers: ComponentCheck = ({ node, report }) => {
  const { component } = node;
  if (pickerOf(component) !== undefined)
    for (const [setting, allowed] of offers) {
      const value = component[setting];
      if (!isSet(value)) continue;
      const wrong = Array.isArray(value) ? value.find((one) => !allowed.includes(String(one))) : value;
      if (wrong !== undefined)
        report(
          'picker',
          setting,
          `"${String(wrong)}" cannot be offered; choose among ${allowed.join(', ')}`,
          {
            setting,
          },
        );
    }
  for (const [setting, type] of [
    ['termCap', 'number'],
    ['maxFiles', 'file'],
  ] as const) {
    if (!isSet(component[setting])) continue;
    if (component.type !== type || !((numberOf(component, setting) ?? 0) > 0))
      report('number', setting, `${setting} must be a number above 0, of a ${type} component`, { setting });
  }
};
