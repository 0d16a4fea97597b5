import { DecisionError } from './decision-error.ts';
import type { Aggregator, DecisionTable, Hit, HitPolicyName } from './decision-table.ts';

type HitPolicy = (hits: readonly Hit[], table: DecisionTable) => readonly Hit[];

/** Which of the rules that matched count, in which order (DMN 1.3, 8.2.8). */
export const HIT_POLICY: Readonly<Record<HitPolicyName, HitPolicy>> = {
  UNIQUE(hits) {
    if (hits.length < 2) return hits;
    throw new DecisionError(
      `${hits.length} rules match, but the hit policy UNIQUE allows one; make the rules exclusive`,
    );
  },
  FIRST: (hits) => hits.slice(0, 1),
  ANY(hits) {
    const [first] = hits;
    if (hits.some((hit) => JSON.stringify(hit) !== JSON.stringify(first)))
      throw new DecisionError('Rules with different outputs match, but the hit policy is ANY');
    return hits.slice(0, 1);
  },
  COLLECT: (hits, table) =>
    table.aggregator === undefined ? hits : aggregate(hits, table.aggregator, table),
  'RULE ORDER': (hits) => hits,
  PRIORITY: (hits, table) => byPriority(hits, table).slice(0, 1),
  'OUTPUT ORDER': byPriority,
};

/** Camunda 7: COUNT counts, also none; the others want numbers and give nothing when no rule matches. */
function aggregate(hits: readonly Hit[], aggregator: Aggregator, table: DecisionTable): readonly Hit[] {
  const name = table.outputs[0]?.name ?? '';
  const values = hits.map((hit) => hit[name] ?? null).filter((value) => value !== null);
  if (aggregator === 'COUNT') return [{ [name]: values.length }];
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length < values.length)
    throw new DecisionError(`The hit policy COLLECT with ${aggregator} needs numbers`);
  if (numbers.length === 0) return [];
  if (aggregator === 'SUM') return [{ [name]: numbers.reduce((sum, number) => sum + number, 0) }];
  const edge = numbers.reduce((a, b) => (aggregator === 'MIN' ? Math.min(a, b) : Math.max(a, b)));
  return [{ [name]: edge }];
}

/** Orders by the place of each output in its list of values, the first output first; equal ones keep their order. */
function byPriority(hits: readonly Hit[], table: DecisionTable): readonly Hit[] {
  return [...hits].sort((a, b) => {
    for (const { name, values } of table.outputs) {
      const difference = placeOf(a[name], values) - placeOf(b[name], values);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function placeOf(value: unknown, values: readonly unknown[]): number {
  const place = values.indexOf(value);
  return place === -1 ? values.length : place;
}
