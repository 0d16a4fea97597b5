import { FORBIDDEN_KEYS } from './submission-intake.ts';

export type Row = Record<string, unknown>;

/** The place of one value in the object around it. A key with dots leads through nested objects. */
export interface Slot {
  readonly key: string;
  get(row: Row | undefined): unknown;
  /** Whether the place exists, be it with an empty value. */
  has(row: Row | undefined): boolean;
  set(row: Row, value: unknown): void;
  clear(row: Row | undefined): void;
}

export function slotOf(key: string): Slot {
  const steps = key.split('.');
  const last = steps.pop() ?? '';
  const single = singleSlot(key, last);
  return steps.length === 0 ? single : nestedSlot(key, steps, single);
}

function singleSlot(name: string, key: string): Slot {
  if (FORBIDDEN_KEYS.has(key)) throw new Error(`"${name}" is no key of a component`);
  return {
    key: name,
    get: (row) => (row !== undefined && Object.hasOwn(row, key) ? row[key] : undefined),
    has: (row) => row !== undefined && Object.hasOwn(row, key),
    set: (row, value) => {
      row[key] = value;
    },
    clear: (row) => {
      if (row !== undefined) delete row[key];
    },
  };
}

function nestedSlot(name: string, steps: readonly string[], last: Slot): Slot {
  const find = (row: Row | undefined): Row | undefined => {
    let current = row;
    for (const step of steps) {
      const next = current !== undefined && Object.hasOwn(current, step) ? current[step] : undefined;
      if (typeof next !== 'object' || next === null) return undefined;
      current = next as Row;
    }
    return current;
  };
  const make = (row: Row): Row => {
    let current = row;
    for (const step of steps) {
      const next = Object.hasOwn(current, step) ? current[step] : undefined;
      const inner = typeof next === 'object' && next !== null ? (next as Row) : {};
      current[step] = inner;
      current = inner;
    }
    return current;
  };
  return {
    key: name,
    get: (row) => last.get(find(row)),
    has: (row) => last.has(find(row)),
    set: (row, value) => {
      last.set(make(row), value);
    },
    clear: (row) => {
      last.clear(find(row));
    },
  };
}
