import type { PlanCheck } from './plan-under-check.ts';

/** A decision's meaning is told for exactly the values that its component offers. */
export const outcomeValues: PlanCheck = ({ manifest, forms }, report) => {
  manifest.processes.forEach(({ steps }, index) => {
    steps.forEach(({ element, form, outcome }, at) => {
      const component = outcome && form && forms.get(form.key)?.components.get(outcome.component);
      if (!component || !form) return;
      const told = Object.keys(outcome.kinds);
      const offered = component.values;
      const odd = [
        ...told.filter((value) => !offered.includes(value)),
        ...offered.filter((value) => !told.includes(value)),
      ];
      if (odd.length === 0) return;
      report.atManifest(
        ['processes', index, 'steps', at, 'outcome', 'kinds'],
        'outcome-values',
        `The outcomes of ${element} and the values of ${component.path} in ${form.key} differ: ${odd.join(', ')}.`,
        { element, component: component.path, values: odd.join(', ') },
      );
    });
  });
};
