import { isPlainObject } from './definition.ts';
import type { Row, Slot } from './slot.ts';

/**
 * One object of the data that components stand in (the root, a container or a row of a grid), beside the object
 * that takes what is kept of it. Either may not exist yet; it is made, with all around it, when first written.
 */
export class Frame {
  readonly parent: Frame | undefined;
  readonly slot: Slot | undefined;
  /** Position in the grid's list; `undefined` for root and containers. */
  readonly index: number | undefined;
  /** Number of the innermost row that the frame is in; `undefined` outside every row. */
  readonly rowIndex: number | undefined;
  /** What stands before a key in the path of an error: `''`, `items[3].`, `address.`. */
  readonly prefix: string;
  row: Row | undefined;
  kept: Row | undefined;

  private constructor(
    parent: Frame | undefined,
    slot: Slot | undefined,
    index: number | undefined,
    rowIndex: number | undefined,
    row: Row | undefined,
    prefix: string,
  ) {
    this.parent = parent;
    this.slot = slot;
    this.index = index;
    this.rowIndex = rowIndex;
    this.row = row;
    this.kept = undefined;
    this.prefix = prefix;
  }

  static root(data: Row): Frame {
    return new Frame(undefined, undefined, undefined, undefined, data, '');
  }

  /** The frame of a container that stands at `slot` in `this`. */
  inside(slot: Slot, value: unknown): Frame {
    const row = isPlainObject(value) ? value : undefined;
    return new Frame(this, slot, undefined, this.rowIndex, row, `${this.prefix}${slot.key}.`);
  }

  /** The frame of row `index` of the grid at `slot`; `counted` is false for the one imagined row of a grid without data. */
  rowAt(slot: Slot, index: number, value: unknown, counted: boolean): Frame {
    const row = isPlainObject(value) ? value : undefined;
    const prefix = `${this.prefix}${slot.key}[${index}].`;
    return new Frame(this, slot, index, counted ? index : undefined, row, prefix);
  }

  /** The object itself, made where it is missing. */
  rowToWrite(): Row {
    if (this.row === undefined) this.row = this.make(this.parent?.rowToWrite());
    return this.row;
  }

  /** The object of kept values, made where it is missing. */
  keptToWrite(): Row {
    if (this.kept === undefined) this.kept = this.make(this.parent?.keptToWrite());
    return this.kept;
  }

  private make(around: Row | undefined): Row {
    if (around === undefined || this.slot === undefined) return {};
    const present = this.slot.get(around);
    if (this.index === undefined) {
      if (isPlainObject(present)) return present;
      const made: Row = {};
      this.slot.set(around, made);
      return made;
    }
    const list: unknown[] = Array.isArray(present) ? present : [];
    if (list !== present) this.slot.set(around, list);
    const existing = list[this.index];
    if (isPlainObject(existing)) return existing;
    const made: Row = {};
    list[this.index] = made;
    return made;
  }
}
