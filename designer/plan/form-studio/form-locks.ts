import { diff } from '@oneplan/runtime/plan/diff/diff.ts';
import { treeOf } from '@oneplan/runtime/plan/elements/plan-tree.ts';
import { subtree } from '@oneplan/runtime/plan/elements/subtree.ts';
import { checkLocks } from '@oneplan/runtime/plan/locks/check-locks.ts';
import { LockBook } from '@oneplan/runtime/plan/locks/lock-book.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import type { LayerAbove } from '../layers/use-layers-above.ts';

/** The locks that the layers above have put on one form. */
export interface FormLocks {
  /** Of a component that they have; undefined for one of the draft's own. */
  readonly ofComponent: (component: string) => StatedLock | undefined;
  /** Those that are stated for single properties of it. */
  readonly ofProperties: (
    component: string,
  ) => readonly { readonly property: string; readonly stated: StatedLock }[];
  /** What they refuse in a form. */
  readonly findings: (form: FormDefinition) => readonly LockFinding[];
}

/** `above`: the uppermost first. Undefined where the nearest does not have the form: nothing in it is locked then. */
export function formLocks(above: readonly LayerAbove[], form: string): FormLocks | undefined {
  const nearest = above.at(-1);
  if (!nearest?.content.forms[form]) return undefined;
  const { tree, content } = nearest;
  const book = new LockBook(above);
  const id = `form:${form}`;
  const base = subtree(tree, id);
  const idOf = (component: string) => `${id}/${component}`;
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
    findings: (changed) => {
      const mine = treeOf({ ...content, forms: { [form]: changed }, processes: {} }, new Map());
      return checkLocks(book, mine, diff(base, subtree(mine, id)));
    },
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
