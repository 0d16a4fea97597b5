import type { BundleContent } from '@oneplan/runtime/plan/bundle-content.ts';
import { treeOf } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { checkLocks } from '@oneplan/runtime/plan/locks/check-locks.ts';
import { LockBook } from '@oneplan/runtime/plan/locks/lock-book.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';

/** Whose published plan the draft extends. */
export interface PlanAbove {
  readonly content: BundleContent;
  readonly authority: string;
  readonly version: number;
}

/** The locks that the plan above has put on one form. */
export interface FormLocks {
  /** Of a component that the plan above has; undefined for one of the draft's own. */
  readonly ofComponent: (component: string) => StatedLock | undefined;
  /** Those that are stated for single properties of it. */
  readonly ofProperties: (
    component: string,
  ) => readonly { readonly property: string; readonly stated: StatedLock }[];
  /** What the plan above refuses in a form. */
  readonly findings: (form: FormDefinition) => readonly LockFinding[];
}

/** Undefined where the plan above does not have the form: nothing in it is locked then. */
export function formLocks({ content, authority, version }: PlanAbove, form: string): FormLocks | undefined {
  if (!content.forms[form]) return undefined;
  const flows = new Map<string, undefined>();
  const tree = treeOf(content, flows);
  const book = new LockBook([{ tree, graphs: new Map(), authority, version }]);
  const idOf = (component: string) => `form:${form}/${component}`;
  return {
    ofComponent: (component) => {
      const element = tree.get(idOf(component));
      return element && book.ofElement(element);
    },
    ofProperties: (component) =>
      book
        .statedIn(idOf(component))
        .flatMap(({ element, property, stated }) =>
          element === idOf(component) && property !== undefined ? [{ property, stated }] : [],
        ),
    findings: (changed) =>
      checkLocks(book, treeOf({ ...content, forms: { ...content.forms, [form]: changed } }, flows)),
  };
}

/** The first thing that is refused in the one form and was not yet in the other. */
export function newlyRefused(
  { findings }: FormLocks,
  form: FormDefinition,
  before: FormDefinition,
): LockFinding | undefined {
  const name = ({ rule, element, property, to }: LockFinding) =>
    JSON.stringify([rule, element, property, to]);
  const known = new Set(findings(before).map(name));
  return findings(form).find((finding) => !known.has(name(finding)));
}
