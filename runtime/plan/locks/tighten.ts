import { duration, durationMilliseconds } from '../duration.ts';
import type { ElementKind } from '../elements/element.ts';

export type Direction = 'min' | 'max';

/** Which way a bound may go where a lock names no property: `min` upwards, `max` downwards. */
const naturalDirections: Partial<Record<ElementKind, Readonly<Record<string, Direction>>>> = {
  component: {
    'validate.required': 'min',
    'validate.onlyAvailableItems': 'min',
    'validate.min': 'min',
    'validate.max': 'max',
    'validate.minLength': 'min',
    'validate.maxLength': 'max',
    'validate.minWords': 'min',
    'validate.maxWords': 'max',
    'validate.minSelectedCount': 'min',
    'validate.maxSelectedCount': 'max',
  },
  parameter: { 'bounds.min': 'min', 'bounds.max': 'max' },
  group: { 'members.min': 'min', 'members.max': 'max', quorum: 'min' },
  'group-seat': { min: 'min', max: 'max' },
};

export function naturalDirection(kind: ElementKind, property: string): Direction | undefined {
  return naturalDirections[kind]?.[property];
}

/**
 * Whether a value goes no further than the one above it allows: a lower limit (`min`) may only rise, an upper one
 * only fall, a list only grow or only shrink. Values that cannot be compared do not.
 */
export function isTightened(direction: Direction, from: unknown, to: unknown): boolean {
  if (Array.isArray(from) || Array.isArray(to)) return isListTightened(direction, from, to);
  const least = direction === 'min' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const before = sizeOf(from, least);
  const after = sizeOf(to, least);
  if (before === undefined || after === undefined) return false;
  return direction === 'min' ? after >= before : after <= before;
}

/** A value's size; `absent` stands for no limit at all, and a switch that is not there is off. */
function sizeOf(value: unknown, absent: number): number | undefined {
  if (value === undefined || value === null || value === '') return absent;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  if (duration.safeParse(value).success) return durationMilliseconds(value);
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function isListTightened(direction: Direction, from: unknown, to: unknown): boolean {
  const [small, large] = direction === 'min' ? [from, to] : [to, from];
  const within = Array.isArray(large) ? large : [];
  return (Array.isArray(small) ? small : []).every((item) => within.includes(item));
}
