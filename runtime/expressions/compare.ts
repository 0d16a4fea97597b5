import { CoercionFailure, describe, isPlainObject, toBoolean, toNumber, toText } from './coerce.ts';

/** Called once a value is compared; throws when the evaluation has used up its budget. */
export type Spend = () => void;

/** EL's `==`: null equals only null; a number, boolean or text on one side converts the other. */
export function equals(left: unknown, right: unknown, spend: Spend): boolean {
  spend();
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) === toNumber(right);
  if (typeof left === 'boolean' || typeof right === 'boolean') return toBoolean(left) === toBoolean(right);
  if (typeof left === 'string' || typeof right === 'string') return toText(left) === toText(right);
  return equalContents(left, right, spend);
}

/** Lists and objects compare by content, as Java's List and Map do; members are not converted. */
function equalContents(left: unknown, right: unknown, spend: Spend): boolean {
  const pairs: [unknown, unknown][] = [[left, right]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    spend();
    const [a, b] = pair;
    if (a === b) continue;
    if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
      a.forEach((member, index) => {
        spend();
        pairs.push([member, b[index]]);
      });
    } else if (isPlainObject(a) && isPlainObject(b)) {
      const keys = Object.keys(a);
      if (keys.length !== Object.keys(b).length) return false;
      for (const key of keys) {
        spend();
        if (!Object.hasOwn(b, key)) return false;
        pairs.push([a[key], b[key]]);
      }
    } else return false;
  }
  return true;
}

/**
 * EL's ordering: negative, zero or positive; null when a side is null (then every order is false,
 * save that null <= null and null >= null hold).
 */
export function order(left: unknown, right: unknown): number | null {
  if (left === right) return 0;
  if (left === null || right === null) return null;
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) - toNumber(right);
  if (typeof left === 'string' || typeof right === 'string') return compareText(toText(left), toText(right));
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  throw new CoercionFailure(`${describe(left)} and ${describe(right)} have no order`);
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
