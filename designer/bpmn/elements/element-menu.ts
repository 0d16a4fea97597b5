import type { Canvas, ElementRegistry, ModelElement, PopupMenu, Services } from 'bpmn-js/lib/Modeler';
import { type ElementKind, elementKinds, followingKinds } from './element-kinds.ts';
import type { ElementWords } from './element-words.ts';
import { appendElement, canBeFollowed, newShape, type ShapeServices } from './flow-shapes.ts';

const appendMenu = 'flow-append';
const createMenu = 'flow-create';

interface Keyboard {
  addListener(
    priority: number,
    listener: (context: { readonly keyEvent: KeyboardEvent }) => boolean | undefined,
  ): void;
  isKey(keys: readonly string[], event: KeyboardEvent): boolean;
  hasModifier(event: KeyboardEvent): boolean;
}

/**
 * The menu of what can come next (`A` on a selected step) and of what can be put into the flow (`N`): a list that is
 * searched by typing and walked with the arrow keys.
 */
export function elementMenuModule(words: ElementWords, shapes: () => ShapeServices): object {
  class ElementMenu {
    static readonly $inject = ['popupMenu', 'canvas', 'selection', 'keyboard', 'elementRegistry'];
    readonly #menu: PopupMenu;
    readonly #canvas: Canvas;
    readonly #selection: Services['selection'];

    constructor(
      menu: PopupMenu,
      canvas: Canvas,
      selection: Services['selection'],
      keyboard: Keyboard,
      elements: ElementRegistry,
    ) {
      this.#menu = menu;
      this.#canvas = canvas;
      this.#selection = selection;
      const entriesOf = (kinds: readonly ElementKind[], put: (kind: ElementKind) => void) =>
        Object.fromEntries(
          kinds.map((kind) => [
            kind.key,
            {
              label: words.name(kind.key),
              description: words.hint(kind.key),
              className: kind.icon,
              action: () => put(kind),
            },
          ]),
        );
      menu.registerProvider(appendMenu, {
        getPopupMenuEntries: (source: ModelElement) =>
          entriesOf(followingKinds, (kind) => this.append(source, kind)),
      });
      menu.registerProvider(createMenu, {
        getPopupMenuEntries: () => entriesOf(elementKinds, (kind) => this.#create(kind, elements)),
      });
      keyboard.addListener(2000, ({ keyEvent }) => {
        if (keyboard.hasModifier(keyEvent)) return undefined;
        if (keyboard.isKey(['a', 'A'], keyEvent)) return this.openAppend();
        return keyboard.isKey(['n', 'N'], keyEvent) ? this.openCreate() : undefined;
      });
    }

    append(source: ModelElement, kind: ElementKind): void {
      this.#selection.select(appendElement(shapes(), source, kind));
    }

    openAppend(): true | undefined {
      const [source, ...others] = this.#selection.get();
      if (!source || others.length > 0 || !canBeFollowed(source)) return undefined;
      const { x, y, width } = this.#canvas.getAbsoluteBBox(source);
      const container = this.#canvas.getContainer().getBoundingClientRect();
      this.#open(
        source,
        appendMenu,
        { x: container.left + x + width + 8, y: container.top + y },
        words.appendTitle,
      );
      return true;
    }

    openCreate(): true {
      const { left, top, width } = this.#canvas.getContainer().getBoundingClientRect();
      this.#open(
        this.#canvas.getRootElement(),
        createMenu,
        { x: left + width / 2 - 150, y: top + 60 },
        words.createTitle,
      );
      return true;
    }

    #open(target: ModelElement, provider: string, position: { x: number; y: number }, title: string): void {
      this.#menu.open(target, provider, position, { title, width: 300, search: true });
    }

    /** Without a pointer: below everything that is there. */
    #create(kind: ElementKind, elements: ElementRegistry): void {
      const { flowEditing, modeling, elementFactory, nameOf } = shapes();
      const root = this.#canvas.getRootElement();
      const drawn = elements.getAll().filter((it) => it !== root && it.waypoints === undefined);
      const shape = newShape(elementFactory, kind, nameOf(kind));
      const position = {
        x: Math.min(...drawn.map(({ x }) => x), Number.POSITIVE_INFINITY) + shape.width / 2,
        y: Math.max(...drawn.map(({ y, height }) => y + height), 0) + 100,
      };
      let made = shape;
      flowEditing.edit({
        run: () => {
          const x = Number.isFinite(position.x) ? position.x : 200;
          made = modeling.createShape(shape, { x, y: position.y }, root);
        },
      });
      this.#selection.select(made);
    }
  }
  return { __init__: ['elementMenu'], elementMenu: ['type', ElementMenu] };
}

/** What the context pad and the palette ask of the menu. */
export interface ElementMenuService {
  append(source: ModelElement, kind: ElementKind): void;
  openAppend(): true | undefined;
  openCreate(): true;
}
