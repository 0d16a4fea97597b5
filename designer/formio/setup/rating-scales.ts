import type { FormComponent } from '@oneplan/runtime/forms/definition.ts';
import { type Option, optionsOf } from './options.ts';

/** Scales that can be chosen by name. Grades bear words, points are figures. */
export const ratingScales = {
  fourGrades: ['A', 'B', 'C', 'D'],
  threeGrades: ['A', 'B', 'C'],
  passed: ['yes', 'no'],
  fivePoints: ['1', '2', '3', '4', '5'],
  tenPoints: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
} as const satisfies Record<string, readonly string[]>;
export type RatingScale = keyof typeof ratingScales;
export const ratingScaleNames = Object.keys(ratingScales) as readonly RatingScale[];

/** The options of a scale; `labels` in its order, the figures themselves where there are none. */
export function scaleOptions(scale: RatingScale, labels: readonly string[]): readonly Option[] {
  return ratingScales[scale].map((value, index) => ({ value, label: labels[index] ?? value }));
}

/** The scale that a component has, by the values; undefined for one of its author's own. */
export function scaleOf(component: FormComponent): RatingScale | undefined {
  const values = optionsOf(component).map(({ value }) => value);
  return ratingScaleNames.find(
    (name) =>
      ratingScales[name].length === values.length &&
      ratingScales[name].every((one, at) => one === values[at]),
  );
}
