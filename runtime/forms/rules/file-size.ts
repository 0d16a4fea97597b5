import { isPlainObject, textOf } from '../definition.ts';
import type { Rule } from '../rule.ts';

const UNITS: Readonly<Record<string, number>> = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** Every file is as large as the author allows (`fileMinSize`, `fileMaxSize`: `10MB`; a bare figure is bytes). */
export const fileSize: Rule = {
  name: 'fileSize',
  wholeValue: true,
  compile(component) {
    if (component.type !== 'file') return undefined;
    const min = bytesOf(textOf(component, 'fileMinSize'));
    const max = bytesOf(textOf(component, 'fileMaxSize'));
    if (min === undefined && max === undefined) return undefined;
    const params = { min: textOf(component, 'fileMinSize'), max: textOf(component, 'fileMaxSize') };
    const fits = (size: number): boolean =>
      (min === undefined || size >= min) && (max === undefined || size <= max);
    return (value) =>
      Array.isArray(value) &&
      value.some((file) => isPlainObject(file) && (typeof file.size !== 'number' || !fits(file.size)))
        ? params
        : undefined;
  },
};

/** Bytes of a size such as `1.5MB`; `undefined` for anything that is no size. */
export function bytesOf(size: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([KMG]?B)?\s*$/i.exec(size);
  if (match === null) return undefined;
  return Number(match[1]) * (UNITS[(match[2] ?? 'B').toUpperCase()] ?? 1);
}
