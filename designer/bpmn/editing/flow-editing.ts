import type { CommandStack, EventBus, ModelElement } from 'bpmn-js/lib/Modeler';
import { type FlowEntry, freshStep, stepOf, withoutElement, withStep } from '../flow/flow-entry.ts';

const command = 'flow.edit';

interface FlowEdit {
  /** Changes to the diagram, each a command of its own that belongs to this one. */
  readonly run?: () => void;
  readonly entry?: FlowEntry;
}

/**
 * What the manifest says of the flow, edited on the same stack of commands as the diagram: a change of both is one step
 * that is taken back as one.
 */
export class FlowEditing {
  static readonly $inject = ['commandStack', 'eventBus'];
  readonly #commands: CommandStack;
  #entry: FlowEntry = { steps: [], variables: [] };

  constructor(commands: CommandStack, events: EventBus) {
    this.#commands = commands;
    commands.registerHandler(command, this.#handler());
    events.on('commandStack.shape.create.postExecute', ({ context }) => this.#created(context.shape));
    events.on('commandStack.shape.delete.postExecute', ({ context }) => this.#deleted(context.shape));
  }

  get entry(): FlowEntry {
    return this.#entry;
  }

  /** The entry as it is saved; not a change. */
  open(entry: FlowEntry): void {
    this.#entry = entry;
  }

  edit(edit: FlowEdit): void {
    this.#commands.execute(command, edit);
  }

  #created({ businessObject, labelTarget }: ModelElement): void {
    const { $type } = businessObject;
    const id = String(businessObject.get('id'));
    if (labelTarget !== undefined || $type !== 'bpmn:UserTask' || stepOf(this.#entry, id)) return;
    this.edit({ entry: withStep(this.#entry, freshStep(id)) });
  }

  #deleted({ businessObject, labelTarget }: ModelElement): void {
    if (labelTarget !== undefined) return;
    const entry = withoutElement(this.#entry, String(businessObject.get('id')));
    if (entry !== this.#entry) this.edit({ entry });
  }

  #handler(): new () => object {
    const swap = (entry: FlowEntry) => {
      this.#entry = entry;
    };
    const now = () => this.#entry;
    return class FlowEditHandler {
      preExecute({ run }: FlowEdit): void {
        run?.();
      }

      execute(context: FlowEdit & { before?: FlowEntry }): readonly ModelElement[] {
        context.before = now();
        if (context.entry) swap(context.entry);
        return [];
      }

      revert({ before }: { before?: FlowEntry }): readonly ModelElement[] {
        if (before) swap(before);
        return [];
      }
    };
  }
}

export const flowEditingModule: object = {
  __init__: ['flowEditing'],
  flowEditing: ['type', FlowEditing],
};
