import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';
import { rowsOf } from './indicator-order.ts';

/** One line of the tree: a dimension, or an indicator in it. */
export interface TreeLine {
  /** Unique among the lines. */
  readonly id: string;
  readonly dimension: PlanManifest['dimensions'][number];
  readonly indicator?: PlanIndicator;
  /** 1: a dimension */
  readonly level: number;
  readonly siblings: number;
  /** Place among the siblings, from 1. */
  readonly position: number;
}

export const lineIdOf = (code: string) => `indicator:${code}`;

/** Every dimension with its indicators, from top to bottom. */
export function treeLines({ dimensions, indicators = [] }: PlanManifest): readonly TreeLine[] {
  return dimensions.flatMap((dimension, index): TreeLine[] => {
    const rows = rowsOf(indicators, dimension.key);
    const siblingsOf = (parent: string | undefined) =>
      rows.filter(({ indicator }) => indicator.parent === parent).map(({ indicator }) => indicator);
    return [
      {
        id: `dimension:${dimension.key}`,
        dimension,
        level: 1,
        siblings: dimensions.length,
        position: index + 1,
      },
      ...rows.map(({ indicator, depth }): TreeLine => {
        const siblings = siblingsOf(indicator.parent);
        return {
          id: lineIdOf(indicator.code),
          dimension,
          indicator,
          level: depth + 1,
          siblings: siblings.length,
          position: siblings.indexOf(indicator) + 1,
        };
      }),
    ];
  });
}
