import { viewFields } from '../entries/view.ts';
import type { PlanComponent } from '../form-components.ts';
import type { PlanManifest } from '../manifest.ts';
import type { PlanCheck, PlanUnderCheck } from './plan-under-check.ts';

type View = NonNullable<PlanManifest['views']>[number];

/** Roles that see records of pupils who are neither themselves nor their children only as a member of the public. */
const families: ReadonlySet<string> = new Set(['pupil', 'guardian']);

/** The columns and filters of a view are there, and none lists what identifies people or is nobody’s business. */
export const viewColumns: PlanCheck = (plan, report) => {
  plan.manifest.views?.forEach((view, index) => {
    const components = componentsOf(plan, view);
    view.columns.forEach((column, at) => {
      if ('component' in column)
        check(column.component, ['views', index, 'columns', at, 'component'], components, view);
    });
    view.filters?.forEach(({ column }, at) => {
      if (!(viewFields as readonly string[]).includes(column))
        check(column, ['views', index, 'filters', at, 'column'], components, view);
    });
    const { of } = view;
    if ('process' in of && of.task !== undefined) {
      const graph = plan.processes.get(of.process)?.graph;
      if (graph && graph.nodes[of.task]?.kind !== 'user-task')
        report.atManifest(
          ['views', index, 'of', 'task'],
          'unknown-element',
          `${of.process} has no user task ${of.task}.`,
          { element: of.task, file: of.process },
        );
    }
  });

  function check(
    key: string,
    path: (string | number)[],
    components: readonly ReadonlyMap<string, PlanComponent>[],
    view: View,
  ): void {
    const found = components.flatMap((it) => it.get(key) ?? []);
    if (components.length > 0 && found.length === 0)
      report.atManifest(path, 'unknown-component', `The records of ${view.name} have no component ${key}.`, {
        component: key,
        form: 'record' in view.of ? view.of.record : view.of.process,
      });
    const reader = view.audience.some((role) => families.has(role));
    const secret = found.find(({ dataClass }) => dataClass === 'C4' || (reader && dataClass === 'C3'));
    if (secret)
      report.atManifest(
        path,
        'private-field',
        `${secret.label} (${key}) is of class ${secret.dataClass} and may not be listed in ${view.name}.`,
        { form: view.key, component: key, dataClass: secret.dataClass },
      );
  }
};

/** Of the forms whose records the view lists; empty when they have findings already. */
function componentsOf({ manifest, forms }: PlanUnderCheck, { of }: View) {
  const keys =
    'record' in of
      ? [of.record]
      : manifest.records.filter(({ process }) => process === of.process).map(({ form }) => form);
  return keys.flatMap((key) => forms.get(key)?.components ?? []);
}
