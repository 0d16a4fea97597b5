import type { PlanManifest } from '../manifest.ts';
import type { PlanCheck } from './plan-under-check.ts';

type Keyed = readonly [path: readonly (string | number)[], field: string, keys: readonly string[]];

/** Everything that the plan refers to by key has that key alone. */
export const uniqueKeys: PlanCheck = ({ manifest }, report) => {
  for (const [path, field, keys] of lists(manifest)) {
    keys.forEach((key, index) => {
      const first = keys.indexOf(key);
      if (first === index) return;
      report.atManifest(
        [...path, index, field],
        'duplicate-key',
        `${key} is already the ${field} of ${path.join('.')} ${first + 1}. Give this one another.`,
        { key, list: path.join('.') },
      );
    });
  }
};

function lists(it: PlanManifest): Keyed[] {
  return [
    [['legalBasis'], 'id', it.legalBasis.map(({ id }) => id)],
    [['dimensions'], 'key', it.dimensions.map(({ key }) => key)],
    [['parts'], 'key', it.parts.map(({ key }) => key)],
    [['parameters'], 'key', it.parameters.map(({ key }) => key)],
    [['roles'], 'key', it.roles.map(({ key }) => key)],
    [['forms'], 'key', it.forms.map(({ key }) => key)],
    [['processes'], 'key', it.processes.map(({ key }) => key)],
    [['decisions'], 'key', (it.decisions ?? []).map(({ key }) => key)],
    [['records'], 'form', it.records.map(({ form }) => form)],
    [['notices'], 'key', it.notices.map(({ key }) => key)],
    [['archive'], 'key', it.archive.map(({ key }) => key)],
    ...entryLists(it),
    ...it.processes.flatMap(({ variables, steps, states }, index): Keyed[] => [
      [['processes', index, 'variables'], 'name', variables.map(({ name }) => name)],
      [['processes', index, 'steps'], 'element', steps.map(({ element }) => element)],
      [['processes', index, 'states'], 'element', states.map(({ element }) => element)],
    ]),
    ...[...it.notices.entries()].map(
      ([index, { fields }]): Keyed => [['notices', index, 'fields'], 'form', fields.map(({ form }) => form)],
    ),
    ...[...it.archive.entries()].flatMap(([index, { fields, attachments }]): Keyed[] => [
      [['archive', index, 'fields'], 'form', fields.map(({ form }) => form)],
      [['archive', index, 'attachments'], 'form', attachments.map(({ form }) => form)],
    ]),
  ];
}

/** The lists that a manifest may leave out. */
function entryLists(it: PlanManifest): Keyed[] {
  const keys = (list: readonly { readonly key: string }[] | undefined) => (list ?? []).map(({ key }) => key);
  const windows = it.calendar?.windows ?? [];
  return [
    [['indicators'], 'code', (it.indicators ?? []).map(({ code }) => code)],
    [['rules'], 'key', keys(it.rules)],
    [['exemptions'], 'key', keys(it.exemptions)],
    [['sheets'], 'key', keys(it.sheets)],
    [['views'], 'key', keys(it.views)],
    [['groups'], 'key', keys(it.groups)],
    [['modules'], 'key', keys(it.modules)],
    [['calendar', 'windows'], 'key', keys(windows)],
    ...windows.map(
      ({ exceptions }, at): Keyed => [['calendar', 'windows', at, 'exceptions'], 'key', keys(exceptions)],
    ),
    ...(it.groups ?? []).map(
      ({ composition }, at): Keyed => [['groups', at, 'composition'], 'key', keys(composition)],
    ),
    [
      ['locks'],
      'element',
      it.locks.map(({ element, property }) => `${element}${property ? `@${property}` : ''}`),
    ],
  ];
}
