import { type Checks, compileChecks, reporter } from './checks.ts';
import { arrayOf, type FormComponent, isPlainObject, objectOf } from './definition.ts';
import { pathOf, type Stage } from './visit.ts';

/** Whether the value of a component is stored at all. */
export function isStored(component: FormComponent): boolean {
  if (!Object.hasOwn(component, 'persistent')) return true;
  return Boolean(component.persistent) && component.persistent !== 'client-only';
}

/**
 * The rules. `undefined` where nothing of the component is ever validated: it takes no input, or its value is
 * not stored.
 */
export function validationStage(component: FormComponent): Stage | undefined {
  const takesInput = !Object.hasOwn(component, 'input') || Boolean(component.input);
  if (!takesInput || (!isStored(component) && !component.protected)) return undefined;
  const whenHidden = Boolean(component.validateWhenHidden);
  const report = reporter(component);
  const checksFor = switchableChecks(component);
  return (visit) => {
    if (!whenHidden && (visit.hidden || visit.concealed)) return;
    const { run, wrong, inside } = visit;
    const path = pathOf(visit);
    if (wrong !== undefined) {
      run.errors.push(report(path + wrong.at, 'type', { expected: wrong.expected }));
      return;
    }
    for (const index of inside?.wrongRows ?? []) {
      run.errors.push(report(`${path}[${index}]`, 'type', { expected: 'object' }));
    }
    run.at = path;
    run.context.row = visit.row;
    checksFor(visit.required)(visit.value, path, run.context, run.errors);
  };
}

/** The checks as they are defined, or as logic has switched `required`. */
function switchableChecks(component: FormComponent): (required: boolean | undefined) => Checks {
  const checks = compileChecks(component);
  if (!arrayOf(component, 'logic').some(isPlainObject)) return () => checks;
  const validate = objectOf(component, 'validate');
  const on = compileChecks({ ...component, validate: { ...validate, required: true } });
  const off = compileChecks({ ...component, validate: { ...validate, required: false } });
  return (required) => (required === undefined ? checks : required ? on : off);
}
