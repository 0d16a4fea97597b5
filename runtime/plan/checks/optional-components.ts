import { compileForm } from '../../forms/compile.ts';
import { validate } from '../../forms/validate.ts';
import type { PlanCheck } from './plan-under-check.ts';

/**
 * What the plan says no variant of a form may require (`optionalWhen`) is not required: the example is put to the
 * very validator that decides on submissions, and what it says about other components does not matter.
 */
export const optionalComponents: PlanCheck = ({ manifest, forms }, report) => {
  manifest.forms.forEach(({ key, name, optionalWhen = [] }, index) => {
    const form = forms.get(key);
    if (!form || optionalWhen.length === 0) return;
    const compiled = compileForm(form.definition);
    optionalWhen.forEach(({ component, given, reason }, at) => {
      const path = ['forms', index, 'optionalWhen', at];
      const known = form.components.get(component);
      if (!known) {
        report.atManifest(
          [...path, 'component'],
          'unknown-component',
          `${key} has no component ${component}.`,
          {
            component,
            form: key,
          },
        );
        return;
      }
      const refusal = validate(compiled, given).errors.find(
        (error) => error.path.replaceAll(/\[\d+\]/g, '') === component,
      );
      if (refusal)
        report.atManifest(
          path,
          'component-required',
          `${name} requires ${known.label} (${component}) of a record that may leave it empty: ${reason}. Take the condition out, or narrow it.`,
          { form: key, component, reason },
        );
    });
  });
};
