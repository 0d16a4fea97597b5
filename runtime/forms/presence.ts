import { componentTypeOf } from './component-registry.ts';
import { hasSeveralMasks } from './components/masked-text.ts';
import { type FormComponent, isPlainObject } from './definition.ts';

/** Whether a value counts as filled in for `required`. Compiled a component at a time. */
export function presenceOf(component: FormComponent): (value: unknown) => boolean {
  const type = componentTypeOf(component.type);
  const falseCounts = type?.falseIsEmpty !== true;
  const opaque = type?.opaqueToRequired === true;
  const plain = (value: unknown): boolean => isPresent(value, falseCounts, opaque);
  if (hasSeveralMasks(component)) {
    return (value) =>
      isPlainObject(value) && 'value' in value ? isPresent(value.value, true, false) : plain(value);
  }
  if (component.type === 'address') {
    return (value) =>
      isPlainObject(value) && value.mode && isPlainObject(value.address)
        ? isWholeAddress(value.address)
        : plain(value);
  }
  if (component.type === 'day') return (value) => value !== '00/00/0000' && plain(value);
  return plain;
}

/** Every line of a manual address but the second is needed. */
function isWholeAddress(address: Record<string, unknown>): boolean {
  const lines = Object.entries(address);
  return lines.length > 0 && lines.every(([name, line]) => name === 'address2' || Boolean(line));
}

function isPresent(value: unknown, falseCounts: boolean, opaque: boolean): boolean {
  if (value === null || value === undefined || (value === false && !falseCounts)) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (typeof value !== 'object') return true;
  const values = Object.values(value);
  if (values.length === 0) return false;
  if (!opaque) return values.some((inner) => isPresent(inner, falseCounts, opaque));
  return Array.isArray(value) ? rowsHaveValue(value) : true;
}

/** Whether any row holds any value; 0 is one, `false` is none. */
function rowsHaveValue(rows: readonly unknown[]): boolean {
  const areRows = rows.every((row) => row === undefined || isPlainObject(row));
  if (!areRows) return rows.some(holdsValue);
  return rows.some((row) => isPlainObject(row) && Object.values(row).some(holdsValue));
}

function holdsValue(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return typeof value === 'number' ? !Number.isNaN(value) : Boolean(value);
}
