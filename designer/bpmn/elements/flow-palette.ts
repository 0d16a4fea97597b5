import type { ElementFactory, ModelElement } from 'bpmn-js/lib/Modeler';
import { type ElementKind, elementKinds } from './element-kinds.ts';
import type { ElementWords } from './element-words.ts';
import { newShape } from './flow-shapes.ts';

interface Palette {
  registerProvider(provider: object): void;
}

interface Tool {
  readonly activateHand?: (event: Event) => void;
  readonly activateSelection?: (event: Event) => void;
  readonly start?: (event: Event, shape?: ModelElement) => void;
}

/** Takes the place of bpmn-js's palette: the elements that a plan needs, by the names that officers use. */
export function flowPaletteModule(
  words: ElementWords,
  nameOf: (kind: ElementKind) => string | undefined,
): object {
  class FlowPalette {
    static readonly $inject = [
      'palette',
      'create',
      'elementFactory',
      'handTool',
      'lassoTool',
      'spaceTool',
      'globalConnect',
    ];
    readonly #create: Tool;
    readonly #factory: ElementFactory;
    readonly #tools: Readonly<Record<'hand' | 'lasso' | 'space' | 'connect', (event: Event) => void>>;

    constructor(
      palette: Palette,
      create: Tool,
      factory: ElementFactory,
      hand: Tool,
      lasso: Tool,
      space: Tool,
      connect: Tool,
    ) {
      this.#create = create;
      this.#factory = factory;
      this.#tools = {
        hand: (event) => hand.activateHand?.(event),
        lasso: (event) => lasso.activateSelection?.(event),
        space: (event) => space.activateSelection?.(event),
        connect: (event) => connect.start?.(event),
      };
      palette.registerProvider(this);
    }

    getPaletteEntries(): Readonly<Record<string, unknown>> {
      const kinds = elementKinds.map((kind) => {
        const put = (event: Event) =>
          this.#create.start?.(event, newShape(this.#factory, kind, nameOf(kind)));
        const entry = {
          group: 'kinds',
          className: kind.icon,
          title: `${words.name(kind.key)}：${words.hint(kind.key)}`,
          html: entryOf(words.name(kind.key)),
          action: { dragstart: put, click: put },
        };
        return [`create.${kind.key}`, entry] as const;
      });
      return {
        ...this.#tool('hand', 'bpmn-icon-hand-tool', 'H'),
        ...this.#tool('lasso', 'bpmn-icon-lasso-tool', 'L'),
        ...this.#tool('space', 'bpmn-icon-space-tool', 'S'),
        ...this.#tool('connect', 'bpmn-icon-connection-multi', 'C'),
        separator: { group: 'tools', separator: true },
        ...Object.fromEntries(kinds),
      };
    }

    #tool(tool: 'hand' | 'lasso' | 'space' | 'connect', className: string, shortcut: string) {
      const title = words.tool(tool);
      return {
        [`${tool}-tool`]: {
          group: 'tools',
          className,
          title,
          shortcut,
          action: { click: this.#tools[tool] },
        },
      };
    }
  }
  return { paletteProvider: ['type', FlowPalette] };
}

/** A sign and its word; words are ours, not an author's. */
const entryOf = (name: string) =>
  `<div class="entry op-palette-kind" draggable="true"><span>${name}</span></div>`;
