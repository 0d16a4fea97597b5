import type { ComponentType } from '../component-type.ts';
import * as expectations from '../expectations.ts';

/** One of a few choices. An empty choice stays empty whatever the `dataType`. */
export const radio: ComponentType = {
  type: 'radio',
  kind: 'value',
  multiplicity: () => ({ listIsValue: true }),
  expects: () => expectations.scalar,
  normalise: (component) => {
    const store = storeAs(component.dataType);
    return (value) => (value === undefined || value === null || value === '' ? value : store(value));
  },
};

function storeAs(dataType: unknown): (value: unknown) => unknown {
  switch (dataType) {
    case 'number':
      return Number;
    case 'string':
      return String;
    case 'boolean':
      return (value) => Boolean(value) && String(value) !== 'false';
    default:
      return fromText;
  }
}

/** Text that reads exactly as a number or a flag becomes one. */
function fromText(value: unknown): unknown {
  if (value === 'true') return true;
  if (value === 'false') return false;
  const number = Number(value);
  return typeof value === 'string' && Number.isFinite(number) && String(number) === value ? number : value;
}
