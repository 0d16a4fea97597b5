import type { ComponentNode } from './component-tree.ts';
import { isPlainObject } from './definition.ts';
import type { Frame } from './frame.ts';
import type { Inherited, Process, Run } from './processing.ts';
import type { Slot } from './slot.ts';

/** The inside of a container or grid after its components have been processed. */
export interface Place {
  /** Rows of a grid that are no rows. */
  readonly wrongRows: readonly number[];
  /** Keeps the container or grid itself, holding what was kept of its components. */
  keep(): void;
}

export interface Nested {
  readonly isGrid: boolean;
  enter(frame: Frame, value: unknown, run: Run, state: Inherited): Place;
}

const NO_ROWS: readonly number[] = [];

/** How the components inside a container or grid are processed; `undefined` for a plain value. */
export function compileChildren(
  node: ComponentNode,
  slot: Slot,
  compileInside: () => readonly Process[],
): Nested | undefined {
  if (node.type?.kind !== 'container' && node.type?.kind !== 'grid') return undefined;
  const children = compileInside();
  return node.type.kind === 'grid' ? compileGrid(children, slot) : compileContainer(children, slot);
}

function compileContainer(children: readonly Process[], slot: Slot): Nested {
  return {
    isGrid: false,
    enter(frame, value, run, state) {
      const inside = frame.inside(slot, value);
      for (const child of children) child(inside, run, state);
      return {
        wrongRows: NO_ROWS,
        keep() {
          if (inside.kept === undefined) slot.set(frame.keptToWrite(), {});
          else slot.set(frame.rowToWrite(), inside.kept);
        },
      };
    },
  };
}

function compileGrid(children: readonly Process[], slot: Slot): Nested {
  const processRow = (frame: Frame, run: Run, state: Inherited): void => {
    for (const child of children) child(frame, run, state);
  };
  return {
    isGrid: true,
    enter(frame, value, run, state) {
      const wrongRows: number[] = [];
      if (value === undefined) {
        processRow(frame.rowAt(slot, 0, undefined, false), run, state);
      } else if (Array.isArray(value)) {
        for (let i = 0; i < value.length; i += 1) {
          const row: unknown = value[i];
          if (isPlainObject(row)) processRow(frame.rowAt(slot, i, row, true), run, state);
          else if (row !== null) wrongRows.push(i);
        }
      }
      return {
        wrongRows,
        keep() {
          const kept = slot.get(frame.kept);
          if (!Array.isArray(kept)) {
            slot.set(frame.keptToWrite(), []);
            return;
          }
          run.grids.push(kept);
          slot.set(frame.rowToWrite(), kept);
        },
      };
    },
  };
}
