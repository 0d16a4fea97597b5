declare module 'bpmn-moddle' {
  export interface ModdleProperty {
    readonly name: string;
    readonly ns: { readonly prefix: string; readonly localName: string };
    readonly isReference?: boolean;
    readonly isVirtual?: boolean;
  }

  export interface ModdleElement {
    readonly $type: string;
    readonly $attrs: Readonly<Record<string, unknown>>;
    $parent?: ModdleElement;
    readonly $descriptor: { readonly properties: readonly ModdleProperty[] };
    get(name: string): unknown;
    /** `undefined` takes the property out. */
    set(name: string, value: unknown): void;
  }

  export interface ReadWarning {
    readonly message: string;
    readonly element?: ModdleElement;
    readonly property?: string;
    readonly value?: unknown;
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(
      xml: string,
      type?: string,
    ): Promise<{ rootElement: ModdleElement; warnings: readonly ReadWarning[] }>;
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ xml: string }>;
  }
}
