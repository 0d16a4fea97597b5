import type { ModelElement, Modeling } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { type ElementKindKey, kindOf } from './element-kinds.ts';
import type { ElementMenuService } from './element-menu.ts';
import type { ElementWords } from './element-words.ts';
import { canBeFollowed } from './flow-shapes.ts';

interface ContextPad {
  registerProvider(provider: object): void;
}

interface Connect {
  start(event: Event, source: ModelElement): void;
}

/** What most often comes next, one click away; the rest is in the menu. */
const near: readonly ElementKindKey[] = ['userTask', 'action', 'choice', 'end'];

/** Takes the place of bpmn-js's context pad. */
export function flowContextPadModule(words: ElementWords): object {
  class FlowContextPad {
    static readonly $inject = ['contextPad', 'connect', 'modeling', 'elementMenu'];
    readonly #connect: Connect;
    readonly #modeling: Modeling;
    readonly #menu: ElementMenuService;

    constructor(contextPad: ContextPad, connect: Connect, modeling: Modeling, menu: ElementMenuService) {
      this.#connect = connect;
      this.#modeling = modeling;
      this.#menu = menu;
      contextPad.registerProvider(this);
    }

    getContextPadEntries(element: ModelElement): Readonly<Record<string, unknown>> {
      const remove = {
        group: 'edit',
        className: 'bpmn-icon-trash',
        title: words.tool('delete'),
        action: { click: () => this.#modeling.removeElements([element]) },
      };
      if (!canBeFollowed(element)) return element.labelTarget === undefined ? { delete: remove } : {};
      const appending = near.map((key) => {
        const kind = kindOf(key);
        const append = () => this.#menu.append(element, kind);
        const entry = {
          group: 'model',
          className: kind.icon,
          title: words.name(key),
          action: { click: append },
        };
        return [`append.${key}`, entry] as const;
      });
      const start = (event: Event) => this.#connect.start(event, element);
      return {
        ...(is(element, 'bpmn:EventBasedGateway') ? {} : Object.fromEntries(appending)),
        more: {
          group: 'model',
          className: 'op-pad-more',
          title: `${words.tool('more')}（A）`,
          action: { click: () => this.#menu.openAppend() },
        },
        connect: {
          group: 'connect',
          className: 'bpmn-icon-connection-multi',
          title: words.tool('connect'),
          action: { click: start, dragstart: start },
        },
        delete: remove,
      };
    }

    getMultiElementContextPadEntries(elements: readonly ModelElement[]): Readonly<Record<string, unknown>> {
      return {
        delete: {
          group: 'edit',
          className: 'bpmn-icon-trash',
          title: words.tool('delete'),
          action: { click: () => this.#modeling.removeElements(elements) },
        },
      };
    }
  }
  return { contextPadProvider: ['type', FlowContextPad] };
}
