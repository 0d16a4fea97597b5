import type { ElementFactory, ModelElement, Services } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import type { FlowEditing } from '../editing/flow-editing.ts';
import type { ElementKind } from './element-kinds.ts';

/** Room that a step and the arrow behind it take, in pixels of the diagram. */
const columnWidth = 150;

export interface ShapeServices
  extends Pick<Services, 'autoPlace' | 'modeling' | 'elementFactory' | 'moddle'> {
  readonly flowEditing: FlowEditing;
  /** The name that a new element bears until somebody gives it another; none for gateways and the like. */
  readonly nameOf: (kind: ElementKind) => string | undefined;
}

/** A shape of the kind that stands nowhere yet, with what a file must say of it. */
export function newShape(factory: ElementFactory, kind: ElementKind, name: string | undefined): ModelElement {
  const { type, eventDefinitionType } = kind;
  const shape = factory.createShape({ type, ...(eventDefinitionType && { eventDefinitionType }) });
  if (name !== undefined) shape.businessObject.set('name', name);
  if (kind.key === 'action') shape.businessObject.set('camunda:type', 'external');
  return shape;
}

/** Whether something can be put behind an element. */
export function canBeFollowed(element: ModelElement): boolean {
  return is(element, 'bpmn:FlowNode') && !is(element, 'bpmn:EndEvent') && element.labelTarget === undefined;
}

/**
 * Puts an element behind another one: into its arrow where there is just one that goes on to the right, so that the flow
 * stays whole; beside what is there behind a gateway, a boundary event or a dead end. One step to take back.
 */
export function appendElement(
  services: ShapeServices,
  source: ModelElement,
  kind: ElementKind,
): ModelElement {
  const { flowEditing, elementFactory, autoPlace } = services;
  const shape = newShape(elementFactory, kind, services.nameOf(kind));
  const [onward, ...others] = source.outgoing ?? [];
  const isPutBetween =
    onward?.target !== undefined &&
    others.length === 0 &&
    kind.key !== 'end' &&
    !is(source, 'bpmn:Gateway') &&
    onward.target.x >= source.x + source.width;
  let made = shape;
  flowEditing.edit({
    run: () => {
      made = isPutBetween ? putBetween(services, shape, source, onward) : autoPlace.append(source, shape);
    },
  });
  return made;
}

function putBetween(
  { modeling }: ShapeServices,
  shape: ModelElement,
  source: ModelElement,
  flow: ModelElement,
): ModelElement {
  const target = flow.target ?? source;
  const from = source.x + source.width;
  const missing = shape.width + 100 - (target.x - from);
  if (missing > 0) {
    const behind = (source.parent?.children ?? []).filter(
      (it) =>
        it.waypoints === undefined && it.host === undefined && it.labelTarget === undefined && it.x >= from,
    );
    modeling.moveElements(behind, { x: Math.max(missing, columnWidth), y: 0 });
  }
  const middle = (source.x + source.width + target.x) / 2;
  const made = modeling.createShape(shape, { x: Math.round(middle), y: source.y + source.height / 2 }, flow);
  leadAlong(modeling, source, target, made);
  return made;
}

/**
 * What goes on in place of a step (somebody takes over when it is overdue, something counts as decided) comes to what is
 * put behind the step as well.
 */
export function leadAlong(
  modeling: Services['modeling'],
  step: ModelElement,
  from: ModelElement,
  to: ModelElement,
): void {
  const instead = (step.attachers ?? []).flatMap(({ outgoing = [] }) =>
    outgoing.flatMap(({ target }) => target ?? []),
  );
  for (const { incoming = [], outgoing = [] } of instead) {
    if (!incoming.every(({ source }) => source?.host === step)) continue;
    for (const flow of outgoing)
      if (flow.target === from)
        modeling.reconnectEnd(flow, to, { x: to.x + to.width / 2, y: to.y + to.height / 2 });
  }
}
