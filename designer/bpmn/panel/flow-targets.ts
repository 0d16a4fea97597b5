import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';

/** What an arrow from an element may lead to: in the same part of the flow, and no start. */
export function targetsOf(element: ModelElement, all: readonly ModelElement[]): readonly ModelElement[] {
  return all.filter(
    (it) =>
      it !== element && it.parent === element.parent && it.host === undefined && !is(it, 'bpmn:StartEvent'),
  );
}
