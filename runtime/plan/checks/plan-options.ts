import { componentTree, walkComponents } from '../../forms/component-tree.ts';
import { arrayOf, isPlainObject, labelOf, objectOf, textOf } from '../../forms/definition.ts';
import type { PlanCheck } from './plan-under-check.ts';

/** A component that offers terms or indicators of the plan offers none that the plan no longer has. */
export const planOptions: PlanCheck = ({ manifest, forms }, report) => {
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    term: new Set(manifest.termSlots.map(({ slot }) => `t${slot}`)),
    indicator: new Set((manifest.indicators ?? []).map(({ code }) => code)),
  };
  for (const { file, definition } of forms.values())
    for (const { component, definitionPath } of walkComponents(componentTree(definition))) {
      const has = known[textOf(objectOf(component, 'properties'), 'palette')];
      if (!has || component.type !== 'select') continue;
      arrayOf(objectOf(component, 'data'), 'values').forEach((option, index) => {
        const value = isPlainObject(option) ? String(option.value) : '';
        if (has.has(value)) return;
        const label = isPlainObject(option) ? textOf(option, 'label') : value;
        report.add({
          rule: 'plan-option',
          file,
          path: `${definitionPath}.data.values[${index}]`,
          message: `${labelOf(component)} offers ${label} (${value}), which the plan does not have. Take the option out.`,
          params: { value },
        });
      });
    }
};
