import type { PlanManifest } from '../manifest.ts';
import { variablesOf } from './form-component-uses.ts';
import type { UsePlace } from './plan-use.ts';

type Rule = NonNullable<PlanManifest['rules']>[number]['rule'];

/** A flow, or one element of it. */
export const flow = (process: string, element?: string): UsePlace => ({
  page: 'process',
  process,
  ...(element !== undefined && { element }),
});
/** An entry of a page of settings. */
export const setting = (
  page: Extract<UsePlace, { page: 'setting' }>['setting'],
  entry: string,
): UsePlace => ({
  page: 'setting',
  setting: page,
  entry,
});

/** Whether a permission names a component; everything (`*`) names none. */
export const names = (list: '*' | readonly string[] | undefined, path: string) =>
  list !== undefined && list !== '*' && list.includes(path);

/** Whether a rule reads a form (`b-r05`) or a component of it (`b-r05.hours`). */
export const reads = (rule: Rule | undefined, place: string) =>
  rule !== undefined && variablesOf(rule.logic).some((name) => `.${name}.`.includes(`.${place}.`));
