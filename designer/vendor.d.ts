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

  export interface BusinessObject {
    readonly name?: string;
    get(property: string): unknown;
  }
  export interface ModelElement {
    readonly id: string;
    readonly type: string;
    readonly businessObject: BusinessObject;
  }
  export interface LintIssue {
    readonly id: string;
    readonly message: string;
    readonly category: string;
    readonly rule: string;
  }
  export interface CommandStack {
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
    find(test: (element: ModelElement) => boolean): ModelElement | undefined;
  }
  export interface EventBus {
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
    getRootElement(): ModelElement;
    scrollToElement(element: ModelElement, padding?: number): void;
    focus(): void;
    addMarker(elementId: string, marker: string): void;
    removeMarker(elementId: string, marker: string): void;
  }
  interface Services {
    canvas: Canvas;
    commandStack: CommandStack;
    elementRegistry: ElementRegistry;
    eventBus: EventBus;
    overlays: Overlays;
    selection: { select(element: ModelElement): void };
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

declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: object;
  export const BpmnPropertiesProviderModule: object;
  export const CamundaPlatformPropertiesProviderModule: object;
  export function useService(name: 'modeling'): {
    updateProperties(element: object, properties: Readonly<Record<string, unknown>>): void;
  };
}

declare module '@bpmn-io/properties-panel' {
  export interface SelectOption {
    readonly value: string;
    readonly label: string;
  }
  export interface SelectEntryProps {
    readonly id: string;
    readonly element: object;
    readonly label: string;
    readonly description?: string;
    readonly getOptions: () => readonly SelectOption[];
    readonly getValue: () => string;
    readonly setValue: (value: string) => void;
  }
  export function SelectEntry(props: SelectEntryProps): unknown;
  export function isSelectEntryEdited(node: unknown): boolean;
}

declare module '@bpmn-io/properties-panel/preact' {
  export function h<Props>(component: (props: Props) => unknown, props: Props): unknown;
}

declare module 'camunda-bpmn-js-behaviors/lib/camunda-platform' {
  const behaviors: object;
  export default behaviors;
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: object;
}
declare module 'bpmn-js-bpmnlint' {
  const linting: object;
  export default linting;
}
declare module 'bpmnlint/rules/*' {
  const rule: () => unknown;
  export default rule;
}
