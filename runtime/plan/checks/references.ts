import type { PlanReport } from '../finding.ts';
import type { JsonPath } from '../json-source.ts';
import type { PlanManifest } from '../manifest.ts';
import { entryReferences } from './entry-references.ts';
import type { PlanCheck } from './plan-under-check.ts';
import type { Reference, ReferenceKind } from './reference.ts';

/** Every key that the manifest names is one that it defines. */
export const references: PlanCheck = ({ manifest }, report) => {
  const known = keysOf(manifest);
  const all = [
    ...headReferences(manifest),
    ...processReferences(manifest),
    ...bindingReferences(manifest),
    ...entryReferences(manifest),
  ];
  for (const [path, kind, key] of all) if (key !== undefined) check(known, path, kind, key, report);
  for (const [path, key] of legalReferences(manifest, [])) check(known, path, 'document', key, report);
};

function check(
  known: ReadonlyMap<ReferenceKind, ReadonlySet<string>>,
  path: JsonPath,
  kind: ReferenceKind,
  key: string,
  report: PlanReport,
): void {
  const keys = known.get(kind);
  if (keys?.has(key)) return;
  report.atManifest(
    path,
    'unknown-reference',
    `The plan has no ${kind} ${key}. It has: ${[...(keys ?? [])].join(', ') || 'none'}.`,
    { kind, key },
  );
}

function keysOf(it: PlanManifest): ReadonlyMap<ReferenceKind, ReadonlySet<string>> {
  const keys = (list: readonly { key: string }[]) => new Set(list.map(({ key }) => key));
  return new Map([
    ['document', new Set(it.legalBasis.map(({ id }) => id))],
    ['dimension', keys(it.dimensions)],
    ['part', keys(it.parts)],
    ['parameter', keys(it.parameters)],
    ['role', keys(it.roles)],
    ['form', keys(it.forms)],
    ['process', keys(it.processes)],
    ['indicator', new Set((it.indicators ?? []).map(({ code }) => code))],
  ]);
}

function headReferences(it: PlanManifest): Reference[] {
  return [
    ...it.parts.flatMap(({ dimensions, recordCap }, index): Reference[] => [
      ...dimensions.map((key, at): Reference => [['parts', index, 'dimensions', at], 'dimension', key]),
      [['parts', index, 'recordCap'], 'parameter', recordCap],
    ]),
    ...it.forms.flatMap(({ part, dimension }, index): Reference[] => [
      [['forms', index, 'part'], 'part', part],
      [['forms', index, 'dimension'], 'dimension', dimension],
    ]),
    ...it.records.flatMap(({ form, process, createdBy }, index): Reference[] => [
      [['records', index, 'form'], 'form', form],
      [['records', index, 'process'], 'process', process],
      ...createdBy.map((key, at): Reference => [['records', index, 'createdBy', at], 'role', key]),
    ]),
  ];
}

function processReferences(it: PlanManifest): Reference[] {
  return it.processes.flatMap(({ timeLimit, variables, steps }, index): Reference[] => [
    [['processes', index, 'timeLimit'], 'parameter', timeLimit],
    ...variables.map(({ source }, at): Reference => {
      const key = source.from === 'parameter' ? source.parameter : undefined;
      return [['processes', index, 'variables', at, 'source', 'parameter'], 'parameter', key];
    }),
    ...variables.map(({ source }, at): Reference => {
      const key = source.from === 'members' && 'role' in source ? source.role : undefined;
      return [['processes', index, 'variables', at, 'source', 'role'], 'role', key];
    }),
    ...steps.map(
      ({ form }, at): Reference => [['processes', index, 'steps', at, 'form', 'key'], 'form', form?.key],
    ),
  ]);
}

function bindingReferences(it: PlanManifest): Reference[] {
  const forms = (list: readonly { form: string }[], ...path: JsonPath) =>
    list.map(({ form }, at): Reference => [[...path, at, 'form'], 'form', form]);
  return [
    ...it.notices.flatMap(({ process, period, fields }, index): Reference[] => [
      [['notices', index, 'process'], 'process', process],
      [['notices', index, 'period'], 'parameter', period],
      ...forms(fields, 'notices', index, 'fields'),
    ]),
    ...it.archive.flatMap(({ process, fields, attachments }, index): Reference[] => [
      [['archive', index, 'process'], 'process', process],
      ...forms(fields, 'archive', index, 'fields'),
      ...forms(attachments, 'archive', index, 'attachments'),
    ]),
  ];
}

/** The document of every `basis`, wherever in the manifest it stands. */
function legalReferences(value: unknown, path: JsonPath): [JsonPath, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]): [JsonPath, string][] => {
    const at = [...path, Array.isArray(value) ? Number(name) : name];
    if (name === 'basis' && typeof item?.document === 'string') return [[[...at, 'document'], item.document]];
    return legalReferences(item, at);
  });
}
