import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';

type Indicators = readonly PlanIndicator[];

/** Where an indicator hangs: in a dimension, as a part of another indicator or of none. */
export interface IndicatorPlace {
  readonly dimension: string;
  readonly parent: string | undefined;
}

export interface IndicatorRow {
  readonly indicator: PlanIndicator;
  /** 1 right below the dimension */
  readonly depth: number;
}

const hangsAt =
  ({ dimension, parent }: IndicatorPlace) =>
  (it: PlanIndicator) =>
    it.dimension === dimension && it.parent === parent;

export const placeOf = ({ dimension, parent }: PlanIndicator): IndicatorPlace => ({ dimension, parent });

/** The indicators of a dimension as one reads the tree; what hangs nowhere or in a loop stands at the end. */
export function rowsOf(indicators: Indicators, dimension: string): readonly IndicatorRow[] {
  const rows: IndicatorRow[] = [];
  const seen = new Set<string>();
  const add = (place: IndicatorPlace, depth: number) => {
    for (const indicator of indicators.filter(hangsAt(place))) {
      if (seen.has(indicator.code)) continue;
      seen.add(indicator.code);
      rows.push({ indicator, depth });
      add({ dimension, parent: indicator.code }, depth + 1);
    }
  };
  add({ dimension, parent: undefined }, 1);
  const lost = indicators.filter((it) => it.dimension === dimension && !seen.has(it.code));
  return [...rows, ...lost.map((indicator) => ({ indicator, depth: 1 }))];
}

/** Codes of an indicator and of everything that is a part of it. */
export function subtreeOf(indicators: Indicators, code: string): ReadonlySet<string> {
  const codes = new Set([code]);
  for (let size = 0; size < codes.size; ) {
    size = codes.size;
    for (const it of indicators) if (it.parent !== undefined && codes.has(it.parent)) codes.add(it.code);
  }
  return codes;
}

/** An indicator with its parts at another place, before one of the indicators there or after the last of them. */
export function hung(
  indicators: Indicators,
  code: string,
  place: IndicatorPlace,
  before?: string,
): Indicators {
  const codes = subtreeOf(indicators, code);
  if (place.parent !== undefined && codes.has(place.parent)) return indicators;
  const block = indicators
    .filter((it) => codes.has(it.code))
    .map((it): PlanIndicator => {
      if (it.code !== code) return { ...it, dimension: place.dimension };
      const { parent: _, ...rest } = it;
      return {
        ...rest,
        dimension: place.dimension,
        ...(place.parent !== undefined && { parent: place.parent }),
      };
    });
  const rest = indicators.filter((it) => !codes.has(it.code));
  const at = before === undefined ? endOf(rest, place) : rest.findIndex((it) => it.code === before);
  return [...rest.slice(0, at), ...block, ...rest.slice(at)];
}

/** Index behind everything that hangs at a place. */
function endOf(indicators: Indicators, { dimension, parent }: IndicatorPlace): number {
  const inside = parent === undefined ? undefined : subtreeOf(indicators, parent);
  const last = indicators.findLastIndex((it) => (inside ? inside.has(it.code) : it.dimension === dimension));
  return last === -1 ? indicators.length : last + 1;
}

export type IndicatorMove = 'up' | 'down' | 'indent' | 'outdent';

/** A move by one step in the tree; undefined where there is no such step. */
export function movedIndicator(
  indicators: Indicators,
  code: string,
  move: IndicatorMove,
): Indicators | undefined {
  const it = indicators.find((indicator) => indicator.code === code);
  if (it === undefined) return undefined;
  const place = placeOf(it);
  const siblings = indicators.filter(hangsAt(place));
  const at = siblings.indexOf(it);
  const [before, next, afterNext] = [siblings[at - 1], siblings[at + 1], siblings[at + 2]];
  switch (move) {
    case 'up':
      return before && hung(indicators, code, place, before.code);
    case 'down':
      return next && hung(indicators, code, place, afterNext?.code);
    case 'indent':
      return before && hung(indicators, code, { ...place, parent: before.code });
    case 'outdent': {
      const parent = indicators.find((indicator) => indicator.code === it.parent);
      if (parent === undefined) return undefined;
      const around = placeOf(parent);
      const uncles = indicators.filter(hangsAt(around));
      return hung(indicators, code, around, uncles[uncles.indexOf(parent) + 1]?.code);
    }
  }
}

/** The next free code below a dimension or an indicator: D1 → D1.3. */
export function freeCode(indicators: Indicators, above: string): string {
  const taken = new Set(indicators.map(({ code }) => code));
  const stem = /^[A-Za-z0-9]/.test(above) ? `${above}.` : '';
  let number = 1;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
