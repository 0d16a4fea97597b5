/** Types of what the packages leave untyped or mistyped: only what is used here, as observed to be. */

declare module '@formio/js/form' {
  export interface FormioComponentClass {
    readonly prototype: object;
  }

  /** A component that holds a value, as far as our own ones build on it. */
  export interface FormioField {
    readonly id: string;
    readonly component: Readonly<Record<string, unknown>>;
    readonly options: Readonly<Record<string, unknown>>;
    readonly refs: Record<string, unknown>;
    readonly disabled: boolean;
    readonly builderMode?: boolean;
    readonly dataValue: unknown;
    render(element: string): string;
    attach(element: HTMLElement): Promise<void>;
    redraw(): Promise<void>;
    loadRefs(element: HTMLElement, refs: Readonly<Record<string, 'single' | 'multiple'>>): void;
    getValue(): unknown;
    setValue(value: unknown, flags?: object): boolean;
    updateValue(value: unknown, flags: object): boolean;
    t(text: string, params?: object): string;
  }
  export interface FormioFieldClass extends FormioComponentClass {
    new (component: object, options: object, data: object): FormioField;
    schema(...extend: readonly object[]): object;
  }

  /** One message of the validator. */
  export interface FormioError {
    readonly message: string;
    readonly path?: string;
    readonly fromServer?: boolean;
    readonly context?: { readonly path?: string; readonly hasLabel?: boolean };
    readonly component?: { readonly key?: string; readonly label?: string };
  }

  export interface FormioComponent {
    setCustomValidity(messages: readonly object[], dirty?: boolean, external?: boolean): void;
    focus(): void;
    readonly element?: HTMLElement | null;
  }

  /** A form on the page. */
  export interface Webform {
    submission: { data: Record<string, unknown> };
    submitted: boolean;
    setSubmission(submission: { data: unknown }, flags?: { fromSubmission?: boolean }): Promise<unknown>;
    validate(data: unknown, flags: { dirty: boolean; silentCheck: boolean; process: string }): FormioError[];
    setPristine(pristine: boolean): void;
    beforeSubmit(): Promise<unknown>;
    getComponent(path: string): FormioComponent | undefined;
    focusOnComponent(path: string): void;
    on(event: string, listener: (...args: unknown[]) => void): unknown;
    destroy(all?: boolean): void;
  }

  export interface FormOptions {
    readonly language: string;
    readonly i18n: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly readOnly?: boolean;
    readonly noAlerts?: boolean;
    readonly fileService?: object;
    readonly buttonSettings?: Readonly<Record<string, boolean>>;
    readonly [option: string]: unknown;
  }

  /** Moment with its time zone data: `zonesLoaded` ends, `zonesPromise` is the loading of them. */
  export interface ZonedMoment {
    readonly tz: { load(zones: object): void };
    zonesLoaded?: boolean;
    zonesPromise?: Promise<void>;
  }

  export const Formio: {
    readonly cdn: { setBaseUrl(url: string): void };
    createForm(element: HTMLElement, form: object, options: FormOptions): Promise<Webform>;
  };
  export const Components: {
    readonly components: Readonly<Record<string, FormioComponentClass>> & {
      readonly component: FormioComponentClass;
    };
    addComponent(type: string, component: FormioComponentClass): void;
  };
  export const Providers: {
    getProviders(type: 'storage'): Record<string, unknown>;
    addProvider(type: 'storage', name: string, provider: unknown): void;
  };
  export const DefaultEvaluator: { readonly prototype: { evaluator: () => () => undefined } };
  export const Utils: {
    readonly Evaluator: { noeval: boolean };
    readonly _: Readonly<Record<string, unknown>> & { readonly camelCase: (text: string) => string };
    readonly moment: ZonedMoment;
    sanitize(markup: string, options: object): string;
    eachComponent(
      components: readonly object[],
      visit: (component: Record<string, unknown>) => void,
      all?: boolean,
    ): void;
  };
}

declare module '@formio/js/lib/cjs/translations/en' {
  const words: Readonly<Record<string, string>>;
  export default words;
}

declare module 'bpmn-js/lib/NavigatedViewer' {
  export interface DiagramElement {
    readonly id: string;
    readonly type: string;
    readonly waypoints?: readonly unknown[];
    readonly width?: number;
    readonly businessObject?: { readonly name?: string };
  }
  export interface Canvas {
    zoom(level: number, center?: 'auto'): number;
    zoom(): number;
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
    addMarker(id: string, marker: string): void;
    removeMarker(id: string, marker: string): void;
    resized(): void;
    scrollToElement(element: DiagramElement, padding?: number): void;
  }
  export interface ElementRegistry {
    get(id: string): DiagramElement | undefined;
  }
  export interface Overlays {
    remove(filter: { readonly type: string }): void;
    add(
      id: string,
      kind: string,
      overlay: {
        position: object;
        html: HTMLElement;
        scale?: boolean | { readonly min: number; readonly max: number };
      },
    ): string;
  }
  export interface ZoomScroll {
    stepZoom(delta: number): void;
  }
  export interface EventBus {
    on(event: string, listener: (event: { readonly element: DiagramElement }) => void): void;
  }
  interface Services {
    canvas: Canvas;
    elementRegistry: ElementRegistry;
    overlays: Overlays;
    zoomScroll: ZoomScroll;
    eventBus: EventBus;
  }
  export default class NavigatedViewer {
    constructor(options: {
      readonly container: HTMLElement;
      readonly bpmnRenderer?: object;
      readonly textRenderer?: object;
      readonly zoomScroll?: { readonly enabled: boolean };
    });
    importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
    get<Name extends keyof Services>(name: Name): Services[Name];
    destroy(): void;
  }
}
