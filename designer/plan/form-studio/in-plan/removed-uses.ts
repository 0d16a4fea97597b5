import { componentTree, walkComponents } from '@oneplan/runtime/forms/component-tree.ts';
import { labelOf } from '@oneplan/runtime/forms/definition.ts';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import type { PlanUse } from '@oneplan/runtime/plan/form-uses/plan-use.ts';
import { usesOfComponent } from '@oneplan/runtime/plan/form-uses/where-used.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { componentId } from '../../../formio/component-places.ts';

export interface RemovedUses {
  /** What the first component that goes is called. */
  readonly name: string;
  readonly uses: readonly PlanUse[];
}

/** What still uses the components that another state of a form no longer has; those that go with them do not count. */
export function removedUses(
  plan: PlanUnderCheck,
  form: string,
  before: FormDefinition,
  after: FormDefinition,
): RemovedUses | undefined {
  const left = new Set([...walkComponents(componentTree(after))].map(componentId));
  const gone = [...walkComponents(componentTree(before))].filter((node) => !left.has(componentId(node)));
  const goneIds = new Set(gone.map(componentId));
  const found = gone.flatMap((node) =>
    usesOfComponent(plan, form, componentId(node))
      .filter(
        ({ place }) =>
          place.page !== 'form' ||
          place.component === undefined ||
          left.has(place.component) ||
          !goneIds.has(place.component),
      )
      .map((use) => ({ name: labelOf(node.component), use })),
  );
  const [first] = found;
  if (!first) return undefined;
  const uses = new Map(found.map(({ use }) => [JSON.stringify(use), use]));
  return { name: first.name, uses: [...uses.values()] };
}
