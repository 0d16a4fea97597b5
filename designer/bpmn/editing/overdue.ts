import { textOf } from '@oneplan/runtime/model/moddle-element.ts';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { kindOf } from '../elements/element-kinds.ts';
import { newShape } from '../elements/flow-shapes.ts';
import { freePlace } from '../elements/free-place.ts';
import { writeTimer } from '../flow/deadline.ts';
import { declaring, type FlowEntry, freshStep, stepOf, withStep } from '../flow/flow-entry.ts';
import { withInputs, withOutputs } from '../flow/moddle-patch.ts';
import type { TimeLength } from '../flow/time-length.ts';
import type { FlowStudio } from './flow-studio.ts';

/** What follows when a step is not done in time. */
export type Overdue =
  /** Whoever should do it is told; the step stays. */
  | { readonly how: 'remind'; readonly recipient: string }
  /** Somebody else does the step instead. */
  | { readonly how: 'takeOver'; readonly groups: readonly string[] }
  /** It goes on as if this had been decided. */
  | { readonly how: 'decide'; readonly variable: string; readonly value: string }
  /** It goes on at another step. */
  | { readonly how: 'goTo'; readonly target: ModelElement };

/** Room that an arrow and an end take, in pixels of the diagram. */
const endRoom = 90;

export interface OverdueNames {
  readonly event: string;
  /** of the step that is added; undefined: none is */
  readonly step: string | undefined;
  readonly end: string;
}

export interface Waiting {
  readonly length: TimeLength;
  readonly working: boolean;
}

/** The timer events at the border of a step. */
export const timersOf = (step: ModelElement): readonly ModelElement[] =>
  (step.attachers ?? []).filter(({ businessObject }) => {
    const [definition] = (businessObject.get('eventDefinitions') ?? []) as readonly {
      readonly $type: string;
    }[];
    return definition?.$type === 'bpmn:TimerEventDefinition';
  });

/** Adds what follows when the step is not done in time, as a timer at its border and what it leads to: one step to take back. */
export function addOverdue(
  studio: FlowStudio,
  step: ModelElement,
  waiting: Waiting,
  overdue: Overdue,
  names: OverdueNames,
): void {
  const { modeling, elementFactory } = studio.services;
  let event = step;
  studio.edit({
    run: () => {
      event = attachTimer(studio, step, waiting, overdue.how !== 'remind', names.event);
      if (overdue.how === 'goTo') {
        modeling.connect(event, overdue.target);
        return;
      }
      const added = addedShape(studio, step, overdue, names.step ?? '');
      const parent = step.parent ?? step;
      const beside = overdue.how === 'remind' ? endRoom : 0;
      const place = freePlace(step, event, { width: added.width + beside, height: added.height });
      const made = modeling.appendShape(
        event,
        added,
        { x: place.x + added.width / 2, y: place.y + added.height / 2 },
        parent,
      );
      if (overdue.how === 'takeOver') studio.edit({ entry: takingOver(studio, step, made) });
      if (overdue.how === 'remind') {
        const end = newShape(elementFactory, kindOf('end'), names.end);
        modeling.appendShape(
          made,
          end,
          { x: made.x + made.width + endRoom - end.width / 2, y: made.y + made.height / 2 },
          parent,
        );
      } else connectOnward(studio, step, made);
    },
  });
  studio.select(event);
}

function attachTimer(
  studio: FlowStudio,
  step: ModelElement,
  waiting: Waiting,
  interrupts: boolean,
  name: string,
): ModelElement {
  const { elementFactory, modeling } = studio.services;
  const shape = elementFactory.createShape({
    type: 'bpmn:BoundaryEvent',
    eventDefinitionType: 'bpmn:TimerEventDefinition',
    cancelActivity: interrupts,
  });
  const at = timersOf(step).length;
  const position = { x: step.x + 25 + at * 45, y: step.y + step.height };
  const event = modeling.createShape(shape, position, step, { attach: true });
  const patch = writeTimer(waiting, event.businessObject, studio.create);
  modeling.updateProperties(event, { name, ...patch.event });
  if (patch.timer) modeling.updateModdleProperties(event, patch.timer, patch.definition);
  return event;
}

function addedShape(studio: FlowStudio, step: ModelElement, overdue: Overdue, name: string): ModelElement {
  const { elementFactory } = studio.services;
  if (overdue.how === 'takeOver') {
    const shape = newShape(elementFactory, kindOf('userTask'), name);
    shape.businessObject.set('camunda:candidateGroups', overdue.groups.join(','));
    shape.businessObject.set('camunda:formKey', textOf(step.businessObject, 'camunda:formKey'));
    return shape;
  }
  if (overdue.how === 'decide') {
    const shape = elementFactory.createShape({ type: 'bpmn:ScriptTask' });
    shape.businessObject.set('name', name);
    shape.businessObject.set('scriptFormat', 'juel');
    shape.businessObject.set('script', `\${'${overdue.value}'}`);
    shape.businessObject.set('camunda:resultVariable', overdue.variable);
    return shape;
  }
  const shape = newShape(elementFactory, kindOf('action'), name);
  shape.businessObject.set('camunda:topic', 'notify');
  if (overdue.how === 'remind')
    for (const [property, value] of Object.entries(
      withInputs(shape.businessObject, studio.create, {
        kind: 'review-reminder',
        recipient: overdue.recipient,
      }),
    ))
      shape.businessObject.set(property, value);
  return shape;
}

/** It goes on where the step goes on. */
function connectOnward({ services }: FlowStudio, step: ModelElement, made: ModelElement): void {
  const next = (step.outgoing ?? []).find(({ target }) => target !== undefined)?.target;
  if (next) services.modeling.connect(made, next);
}

/**
 * Who takes over sees and fills what the other would have, and what is filled in counts under the same names: the flow
 * goes on by it as if the other had done it.
 */
function takingOver(studio: FlowStudio, step: ModelElement, made: ModelElement): FlowEntry {
  const before = studio.entry();
  const same = stepOf(before, step.id) ?? freshStep(step.id);
  let entry = withStep(before, { ...same, element: made.id });
  const outputs: Record<string, string> = {};
  for (const { name, source } of before.variables) {
    if (source.from !== 'step' || source.element !== step.id) continue;
    const own = declaring(entry, { ...source, element: made.id }, name);
    entry = own.entry;
    outputs[name] = `\${${own.name}}`;
  }
  if (Object.keys(outputs).length > 0)
    studio.services.modeling.updateProperties(made, withOutputs(made.businessObject, studio.create, outputs));
  return entry;
}

/** What a timer at the border of a step leads to, as far as it can be told. */
export function followUpOf(event: ModelElement): {
  readonly target: ModelElement | undefined;
  readonly how: Overdue['how'];
} {
  const target = (event.outgoing ?? [])[0]?.target;
  if (!target) return { target, how: 'goTo' };
  if (is(target, 'bpmn:ServiceTask') && textOf(target.businessObject, 'camunda:topic') === 'notify')
    return { target, how: 'remind' };
  if (is(target, 'bpmn:ScriptTask')) return { target, how: 'decide' };
  const isTakenOver = is(target, 'bpmn:UserTask') && (target.incoming ?? []).length === 1;
  return { target, how: isTakenOver ? 'takeOver' : 'goTo' };
}
