/** Types of what the packages leave untyped or mistyped: only what is used here, as observed to be. */

declare module '@formio/js' {
  import type { FormOptions } from '@formio/js/form';

  export interface FormioDialog extends HTMLElement {
    readonly refs: { readonly dialogClose?: HTMLElement };
  }

  /** Form.io's form builder on the page. */
  export interface WebformBuilder {
    /** The form, each component with what differs from its type's defaults only. */
    readonly schema: { readonly components: readonly object[]; readonly [property: string]: unknown };
    readonly dialog?: FormioDialog | null;
    setForm(form: object): Promise<unknown>;
    rebuild(): Promise<unknown>;
    updateComponentKey: (data: { readonly key: string }) => string;
    onDrop(element: Element, target: Element, source: Element, sibling: Element | null): unknown;
    on(event: string, listener: () => void): unknown;
    destroy(all?: boolean): void;
  }

  export interface EditableComponentClass {
    readonly prototype: object;
    editForm?: (...extend: unknown[]) => { components: Record<string, unknown>[] };
  }

  export const Components: { readonly components: Record<string, EditableComponentClass> };
  export const Formio: {
    builder(element: HTMLElement, form: object, options: FormOptions): Promise<WebformBuilder>;
  };
}

declare module 'ace-builds/src-noconflict/ace' {
  const ace: { readonly config: { set(name: string, value: unknown): void } };
  export default ace;
}
declare module 'ace-builds/src-noconflict/mode-json';
declare module 'ace-builds/src-noconflict/theme-xcode';

declare module 'bpmn-js/lib/Modeler' {
  import type { ModdleElement } from '@oneplan/runtime/model/moddle-element.ts';

  export type BusinessObject = ModdleElement & { readonly name?: string };
  export interface Point {
    readonly x: number;
    readonly y: number;
  }
  export interface ModelElement {
    readonly id: string;
    readonly type: string;
    readonly businessObject: BusinessObject;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly parent?: ModelElement;
    readonly host?: ModelElement;
    readonly source?: ModelElement;
    readonly target?: ModelElement;
    readonly labelTarget?: ModelElement;
    readonly labels?: readonly ModelElement[];
    readonly waypoints?: readonly Point[];
    readonly children?: readonly ModelElement[];
    readonly incoming?: readonly ModelElement[];
    readonly outgoing?: readonly ModelElement[];
    readonly attachers?: readonly ModelElement[];
  }
  export interface Modeling {
    updateProperties(element: ModelElement, properties: Readonly<Record<string, unknown>>): void;
    updateModdleProperties(
      element: ModelElement,
      moddle: ModdleElement,
      properties: Readonly<Record<string, unknown>>,
    ): void;
    updateLabel(element: ModelElement, label: string): void;
    createShape(
      shape: ModelElement,
      position: Point,
      target: ModelElement,
      hints?: { readonly attach?: boolean },
    ): ModelElement;
    appendShape(
      source: ModelElement,
      shape: ModelElement,
      position: Point,
      target: ModelElement,
    ): ModelElement;
    connect(source: ModelElement, target: ModelElement): ModelElement;
    reconnectEnd(connection: ModelElement, target: ModelElement, docking: Point): void;
    removeElements(elements: readonly ModelElement[]): void;
    moveElements(elements: readonly ModelElement[], delta: Point): void;
    moveShape(shape: ModelElement, delta: Point, parent?: ModelElement, hints?: object): void;
    resizeShape(
      shape: ModelElement,
      bounds: Point & { readonly width: number; readonly height: number },
      minimum?: undefined,
      hints?: object,
    ): void;
    layoutConnection(connection: ModelElement): void;
    updateWaypoints(connection: ModelElement, waypoints: readonly Point[]): void;
  }
  export interface PopupMenu {
    open(
      target: ModelElement,
      provider: string,
      position: Point & { readonly cursor?: Point },
      options: { readonly title: string; readonly width: number; readonly search: boolean },
    ): void;
    registerProvider(id: string, provider: object): void;
    registerProvider(id: string, priority: number, provider: object): void;
  }
  export interface LintIssue {
    readonly id: string;
    readonly message: string;
    readonly category: string;
    readonly name?: string;
    readonly rule: string;
  }
  export interface CommandStack {
    execute(command: string, context: object): void;
    registerHandler(command: string, handler: new (...services: never[]) => object): void;
    undo(): void;
    redo(): void;
    canUndo(): boolean;
    canRedo(): boolean;
  }
  export interface Overlays {
    add(
      elementId: string,
      type: string,
      overlay: {
        readonly position: { readonly top?: number; readonly left?: number };
        readonly scale: boolean;
        readonly html: HTMLElement;
      },
    ): string;
    get(filter: { readonly element: string; readonly type: string }): readonly unknown[];
  }
  export interface ElementRegistry {
    get(id: string): ModelElement | undefined;
    getAll(): readonly ModelElement[];
    find(test: (element: ModelElement) => boolean): ModelElement | undefined;
  }
  export interface EventBus {
    on(
      event: 'commandStack.shape.create.postExecute' | 'commandStack.shape.delete.postExecute',
      listener: (event: { readonly context: { readonly shape: ModelElement } }) => void,
    ): void;
    on(event: 'import.done', listener: () => void): void;
    on(
      event: 'commandStack.changed',
      listener: (event: { readonly trigger: 'execute' | 'undo' | 'redo' | 'clear' }) => void,
    ): void;
    on(
      event: 'selection.changed',
      listener: (event: { readonly newSelection: readonly ModelElement[] }) => void,
    ): void;
    on(
      event: 'linting.completed',
      listener: (event: { readonly issues: Readonly<Record<string, readonly LintIssue[]>> }) => void,
    ): void;
  }
  export interface Canvas {
    zoom(level: number, center?: 'auto'): number;
    viewbox(): {
      readonly inner: {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      };
      readonly outer: { readonly width: number; readonly height: number };
    };
    viewbox(box: {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }): unknown;
    resized(): void;
    getContainer(): HTMLElement;
    getRootElement(): ModelElement;
    scrollToElement(element: ModelElement, padding?: number): void;
    focus(): void;
    addMarker(elementId: string, marker: string): void;
    removeMarker(elementId: string, marker: string): void;
    getAbsoluteBBox(element: ModelElement): Point & { readonly width: number; readonly height: number };
  }
  export interface ElementFactory {
    createShape(attributes: Readonly<Record<string, unknown>>): ModelElement;
  }
  export interface Services {
    autoPlace: { append(source: ModelElement, shape: ModelElement): ModelElement };
    canvas: Canvas;
    elementFactory: ElementFactory;
    elementMenu: import('./bpmn/elements/element-menu.ts').ElementMenuService;
    flowEditing: import('./bpmn/editing/flow-editing.ts').FlowEditing;
    minimap: { toggle(): void; isOpen(): boolean };
    modeling: Modeling;
    moddle: { create(type: string, properties: Readonly<Record<string, unknown>>): ModdleElement };
    popupMenu: PopupMenu;
    commandStack: CommandStack;
    elementRegistry: ElementRegistry;
    eventBus: EventBus;
    overlays: Overlays;
    selection: { select(element: ModelElement | null): void; get(): readonly ModelElement[] };
    zoomScroll: { stepZoom(delta: number): void };
  }
  export default class Modeler {
    constructor(options: object);
    importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
    saveXML(options: { readonly format: boolean }): Promise<{ readonly xml?: string }>;
    getDefinitions(): ModdleElement;
    get<Name extends keyof Services>(name: Name): Services[Name];
    destroy(): void;
  }
}

declare module 'bpmn-js/lib/util/ModelUtil' {
  export function is(element: object, type: string): boolean;
}

declare module 'camunda-bpmn-js-behaviors/lib/camunda-platform' {
  const behaviors: object;
  export default behaviors;
}
declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}
declare module 'diagram-js-minimap' {
  const minimap: object;
  export default minimap;
}
declare module 'bpmn-js-bpmnlint' {
  const linting: object;
  export default linting;
}
declare module 'bpmnlint/rules/*' {
  const rule: () => unknown;
  export default rule;
}
