import { compileCalculation, structuredCopy } from './calculation.ts';
import type { ComponentType } from './component-type.ts';
import type { ReferenceIndex } from './conditions/reference.ts';
import { type FormComponent, objectOf } from './definition.ts';
import type { Nested } from './nested-data.ts';
import { inherited } from './processing.ts';
import { compileTypeCheck } from './type-check.ts';
import { compileVisibility } from './visibility.ts';
import { pathOf, type Stage, type Visit, write } from './visit.ts';

/** The default value, where nothing was sent. An emptied number stays empty. */
export function defaultStage(component: FormComponent, type: ComponentType): Stage | undefined {
  const given = component.defaultValue;
  if (!given || type.numeric) return undefined;
  const value = component.multiple && !Array.isArray(given) ? [given] : given;
  return (visit) => {
    if (!visit.slot.has(visit.row)) write(visit, structuredCopy(value));
  };
}

/** The computed value. In a row, a field that was not sent is not computed. */
export function calculationStage(component: FormComponent): Stage | undefined {
  const calculate = compileCalculation(component);
  if (calculate === undefined) return undefined;
  return (visit) => {
    if (visit.value === undefined && visit.around.inGrid) return;
    visit.run.at = pathOf(visit);
    const value = calculate(visit.run.data, visit.row, visit.value);
    if (value !== null) write(visit, value);
  };
}

/** Condition and logic. */
export function visibilityStage(component: FormComponent, references: ReferenceIndex): Stage | undefined {
  const visibility = compileVisibility(component, references);
  if (visibility === undefined) return undefined;
  return (visit) => {
    visit.run.at = pathOf(visit);
    const { frame, row, value } = visit;
    const outcome = visibility({ data: visit.run.data, frame, row, value });
    if (outcome.changed) write(visit, outcome.value);
    visit.hidden ||= outcome.hidden;
    visit.concealed = visit.around.concealed || outcome.concealed;
    visit.required = outcome.required;
  };
}

/** Type and normal form. A value of the wrong type is left as it is and goes no further. */
export function normalStage(component: FormComponent, type: ComponentType): Stage {
  const findWrong = compileTypeCheck(component, type);
  const normalise = compileNormalise(component, type);
  return (visit) => {
    visit.wrong = findWrong(visit.value);
    if (visit.wrong !== undefined) return;
    const normal = normalise === undefined ? visit.value : normalise(visit.value);
    if (normal === undefined || normal === null) visit.kept = false;
    else if (normal !== visit.value) write(visit, normal);
  };
}

/** The type's own normal form, then a single value of a `multiple` component as a list. */
function compileNormalise(
  component: FormComponent,
  type: ComponentType,
): ((value: unknown) => unknown) | undefined {
  const own = type.normalise?.(component);
  const wrapsSingle =
    type.kind === 'value' && Boolean(component.multiple) && !objectOf(component, 'validate').required;
  if (!wrapsSingle) return own;
  return (value) => {
    if (Array.isArray(value)) return own === undefined ? value : own(value);
    return value ? [value] : [];
  };
}

/** Takes away what a condition hides, unless the author wants it kept. */
export function clearStage(component: FormComponent): Stage | undefined {
  if (Object.hasOwn(component, 'clearOnHide') && !component.clearOnHide) return undefined;
  return (visit) => {
    if (!visit.hidden || visit.value === undefined) return;
    visit.slot.clear(visit.frame.row);
    visit.value = undefined;
    visit.kept = false;
  };
}

/** The components inside a container or grid. */
export function insideStage(nested: Nested | undefined): Stage | undefined {
  if (nested === undefined) return undefined;
  return (visit) => {
    if (visit.wrong !== undefined) return;
    const { frame, run, hidden, concealed, slot } = visit;
    visit.inside = nested.enter(frame, visit.value, run, inherited(hidden, concealed, nested.isGrid));
    visit.value = slot.get(frame.row);
  };
}

/**
 * Keeps the value for storing. An empty number is `null` to whatever looks at it later; a grid that was not sent
 * is nothing to its own rules, unless defaults have made a row.
 */
export function keepStage(component: FormComponent, type: ComponentType): Stage {
  const isNumber = component.type === 'number';
  const isGrid = type.kind === 'grid';
  return (visit) => {
    if (visit.wrong !== undefined) return;
    if (visit.value === undefined || !visit.kept) {
      if (isNumber) makeNull(visit);
      if (isGrid) visit.value = visit.slot.get(visit.frame.kept);
    } else if (visit.inside === undefined) {
      visit.slot.set(visit.frame.keptToWrite(), visit.value);
    } else {
      visit.inside.keep();
      visit.value = visit.slot.get(visit.frame.row);
    }
  };
}

function makeNull(visit: Visit): void {
  visit.value = null;
  visit.slot.set(visit.frame.rowToWrite(), null);
}
