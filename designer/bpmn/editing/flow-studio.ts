import type Modeler from 'bpmn-js/lib/Modeler';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import type { ElementKind } from '../elements/element-kinds.ts';
import { appendElement, type ShapeServices } from '../elements/flow-shapes.ts';
import type { FlowEntry } from '../flow/flow-entry.ts';
import type { CreateModdle, ModdlePatch } from '../flow/moddle-patch.ts';
import type { FlowEditing } from './flow-editing.ts';

export interface StudioEdit {
  readonly entry?: FlowEntry;
  readonly run?: () => void;
}

/** The open flow as the panel beside the canvas reads and changes it. Each change is one step to take back. */
export interface FlowStudio {
  /** The one element that is selected; the process itself when none is, undefined when several are. */
  readonly selected: () => ModelElement | undefined;
  readonly element: (id: string) => ModelElement | undefined;
  /** Steps, gateways and events in the order in which the flow comes to them. */
  readonly outline: () => readonly ModelElement[];
  readonly entry: () => FlowEntry;
  readonly create: CreateModdle;
  /** Sets properties of an element; with `more`, together with what else belongs to it. */
  readonly set: (element: ModelElement, patch: ModdlePatch, more?: StudioEdit) => void;
  readonly edit: (edit: StudioEdit) => void;
  readonly select: (element: ModelElement) => void;
  /** The element that was put in last, until another one is selected: its name is to be given next. */
  readonly fresh: () => ModelElement | undefined;
  /** Nothing selected: the flow as a whole. */
  readonly clear: () => void;
  readonly append: (source: ModelElement, kind: ElementKind) => void;
  readonly connect: (source: ModelElement, target: ModelElement) => void;
  readonly lead: (flow: ModelElement, target: ModelElement) => void;
  readonly remove: (element: ModelElement) => void;
  readonly services: ShapeServices;
  /** Tells of every change of the flow and of what is selected. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Counts the changes. */
  readonly version: () => number;
}

export function openStudio(modeler: Modeler, nameOf: (kind: ElementKind) => string | undefined): FlowStudio {
  const modeling = modeler.get('modeling');
  const moddle = modeler.get('moddle');
  const canvas = modeler.get('canvas');
  const selection = modeler.get('selection');
  const registry = modeler.get('elementRegistry');
  const events = modeler.get('eventBus');
  const flowEditing: FlowEditing = modeler.get('flowEditing');
  const services: ShapeServices = {
    autoPlace: modeler.get('autoPlace'),
    elementFactory: modeler.get('elementFactory'),
    moddle,
    modeling,
    flowEditing,
    nameOf,
  };
  const listeners = new Set<() => void>();
  let version = 0;
  let fresh: ModelElement | undefined;
  const changed = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  events.on('commandStack.changed', changed);
  events.on('selection.changed', ({ newSelection }) => {
    if (newSelection[0] !== fresh) fresh = undefined;
    changed();
  });
  const select = (element: ModelElement) => {
    canvas.scrollToElement(element, 80);
    selection.select(element);
  };
  return {
    selected: () => {
      const [first, ...others] = selection.get();
      if (others.length > 0) return undefined;
      return first?.labelTarget ?? first ?? canvas.getRootElement();
    },
    element: (id) => registry.get(id),
    outline: () => outlineOf(registry.getAll()),
    entry: () => flowEditing.entry,
    create: (type, properties) => moddle.create(type, properties),
    set: (element, patch, more) =>
      flowEditing.edit({
        ...(more?.entry && { entry: more.entry }),
        run: () => {
          modeling.updateProperties(element, patch);
          more?.run?.();
        },
      }),
    edit: (edit) => flowEditing.edit(edit),
    select,
    clear: () => selection.select(null),
    fresh: () => fresh,
    append: (source, kind) => {
      const made = appendElement(services, source, kind);
      fresh = made;
      select(made);
    },
    connect: (source, target) => flowEditing.edit({ run: () => void modeling.connect(source, target) }),
    lead: (flow, target) =>
      flowEditing.edit({
        run: () => {
          modeling.reconnectEnd(flow, target, {
            x: target.x + target.width / 2,
            y: target.y + target.height / 2,
          });
          modeling.layoutConnection(flow);
        },
      }),
    remove: (element) => modeling.removeElements([element]),
    services,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

/** Depth first from the start, what a gateway leads to in the order of its flows; then what nothing leads to. */
function outlineOf(all: readonly ModelElement[]): readonly ModelElement[] {
  const nodes = all.filter((it) => is(it, 'bpmn:FlowNode') && it.labelTarget === undefined);
  const seen = new Set<ModelElement>();
  const visit = (element: ModelElement) => {
    if (seen.has(element)) return;
    seen.add(element);
    for (const child of element.children ?? []) if (is(child, 'bpmn:StartEvent')) visit(child);
    for (const event of element.attachers ?? []) visit(event);
    for (const { target } of element.outgoing ?? []) if (target) visit(target);
  };
  for (const element of nodes)
    if (is(element, 'bpmn:StartEvent') && !is(element.parent ?? element, 'bpmn:SubProcess')) visit(element);
  for (const element of nodes) visit(element);
  return [...seen];
}
