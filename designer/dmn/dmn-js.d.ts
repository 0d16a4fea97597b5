/** The parts of dmn-js that are used; the packages have no types of their own for them. */

declare module 'dmn-js-shared/lib/base/EditingManager' {
  import type { ModdleElement } from 'bpmn-moddle';

  export interface ViewProvider {
    readonly id: string;
    // biome-ignore lint/suspicious/noExplicitAny: a class of dmn-js, which is only handed on
    readonly constructor: any;
    readonly opens: (element: ModdleElement) => boolean;
  }
  export interface View {
    readonly element: ModdleElement;
    readonly id: string;
  }
  export interface DmnViewer {
    get(name: 'eventBus'): DmnEvents;
    get(name: 'commandStack'): DmnCommands;
    get(name: 'cellSelection'): { select(element: string): void };
  }
  export interface DmnEvents {
    on(event: string, listener: (event: { readonly trigger?: string }) => void): void;
  }
  export interface DmnCommands {
    undo(): void;
    redo(): void;
    canUndo(): boolean;
    canRedo(): boolean;
  }
  export default class EditingManager {
    constructor(options: Readonly<Record<string, unknown>>);
    importXML(xml: string, options?: { readonly open?: boolean }): Promise<unknown>;
    saveXML(options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    open(view: View): Promise<unknown>;
    getViews(): readonly View[];
    getActiveViewer(): DmnViewer;
    getDefinitions(): ModdleElement;
    destroy(): void;
  }
}

declare module 'dmn-js-decision-table/lib/Editor' {
  export default class DecisionTableEditor {}
}
