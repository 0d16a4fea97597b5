import type { JsonPath } from '../json-source.ts';
import type { PlanManifest } from '../manifest.ts';
import type { Reference } from './reference.ts';

const indexed = (path: JsonPath, kind: Reference[1], keys: readonly string[] | undefined): Reference[] =>
  (keys ?? []).map((key, at): Reference => [[...path, at], kind, key]);

/** The keys that indicators, sheets, views, exemptions and modules name. */
export function entryReferences(it: PlanManifest): Reference[] {
  return [...indicatorReferences(it), ...sheetReferences(it), ...viewReferences(it), ...switchReferences(it)];
}

function indicatorReferences({ indicators = [] }: PlanManifest): Reference[] {
  return indicators.flatMap(({ dimension, parent, evaluator, countersign, records }, index): Reference[] => {
    const path = ['indicators', index];
    return [
      [[...path, 'dimension'], 'dimension', dimension],
      [[...path, 'parent'], 'indicator', parent],
      [[...path, 'evaluator', 'role'], 'role', evaluator?.role],
      [[...path, 'countersign', 'role'], 'role', countersign?.role],
      ...indexed([...path, 'records'], 'form', records),
    ];
  });
}

function sheetReferences({ sheets = [] }: PlanManifest): Reference[] {
  return sheets.flatMap(({ indicators, form, filledBy, process }, index): Reference[] => {
    const path = ['sheets', index];
    return [
      ...indexed([...path, 'indicators'], 'indicator', indicators),
      [[...path, 'form'], 'form', form],
      ...indexed([...path, 'filledBy'], 'role', filledBy),
      [[...path, 'process'], 'process', process],
    ];
  });
}

function viewReferences({ views = [] }: PlanManifest): Reference[] {
  return views.flatMap(({ of, audience }, index): Reference[] => {
    const path = ['views', index];
    return [
      'record' in of
        ? [[...path, 'of', 'record'], 'form', of.record]
        : [[...path, 'of', 'process'], 'process', of.process],
      ...indexed([...path, 'audience'], 'role', audience),
    ];
  });
}

function switchReferences({ exemptions = [], modules = [] }: PlanManifest): Reference[] {
  return [
    ...exemptions.flatMap(({ indicators, approval }, index): Reference[] => [
      ...indexed(['exemptions', index, 'indicators'], 'indicator', indicators),
      [['exemptions', index, 'approval', 'document'], 'document', approval?.document],
    ]),
    ...modules.flatMap(({ forms, processes }, index): Reference[] => [
      ...indexed(['modules', index, 'forms'], 'form', forms),
      ...indexed(['modules', index, 'processes'], 'process', processes),
    ]),
  ];
}
