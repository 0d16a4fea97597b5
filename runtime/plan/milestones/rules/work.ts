import type { GraphNode, Mapping } from '../../../model/process-graph.ts';
import type { MilestoneCheck } from '../comparison.ts';
import { isHeld } from '../milestone-lock.ts';
import { comparable, nameOf } from './kept.ts';

/** What an element does besides its form, people and times: each a property that can have a lock of its own. */
const WORK = [
  'topic',
  'decision',
  'resultVariable',
  'mapResult',
  'calledElement',
  'in',
  'out',
  'script',
  'message',
  'result',
] as const;

/** A locked element still does what it did: the same worker, decision table, called process, inputs and outputs. */
export const work: MilestoneCheck = (comparison, report) => {
  for (const { base, mine } of comparable(comparison)) {
    const changed = [
      ...WORK.filter((property) => !sameText(propertyOf(base, property), propertyOf(mine, property))),
      ...(['inputs', 'outputs'] as const).filter(
        (property) =>
          !keeps(
            base[property],
            mine[property],
            comparison.locks.ofProperty(base, property)?.lock.class === 'APPEND',
          ),
      ),
    ];
    for (const property of changed) {
      const lock = comparison.locks.ofProperty(base, property);
      if (!isHeld(lock)) continue;
      const message = `“${nameOf(base)}” does not do what the layer above laid down: ${property} has changed. Change it back.`;
      report.add('milestone-work', lock, mine, message, { params: { property } });
    }
  }
};

function propertyOf(node: GraphNode, property: (typeof WORK)[number]): unknown {
  return (node as Partial<Record<(typeof WORK)[number], unknown>>)[property];
}

function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Where a layer may append, mappings may be added. */
function keeps(base: readonly Mapping[] = [], mine: readonly Mapping[] = [], append: boolean): boolean {
  const has = (list: readonly Mapping[], { name, value }: Mapping) =>
    list.some((it) => it.name === name && it.value === value);
  return base.every((it) => has(mine, it)) && (append || mine.every((it) => has(base, it)));
}
