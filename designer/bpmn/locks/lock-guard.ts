import type { ModdleElement } from '@oneplan/runtime/model/moddle-element.ts';
import type { LockFinding } from '@oneplan/runtime/plan/locks/lock-finding.ts';
import type { CommandStack, EventBus, ModelElement } from 'bpmn-js/lib/Modeler';
import type { FlowEditing } from '../editing/flow-editing.ts';
import type { ProcessLocks } from './process-locks.ts';

interface ContextPad {
  registerProvider(priority: number, provider: object): void;
}

type Entries = Readonly<Record<string, unknown>>;

/** Entries of the context pad that nobody may use on a step that is kept. */
const closedEntries: ReadonlySet<string> = new Set(['delete', 'replace']);

/**
 * A module of bpmn-js that takes back what the layers above refuse, at once and as one step, and tells why. What
 * stood in the process against a lock before it was opened stays, and is left to the check of the layer.
 */
export function lockGuardModule(
  locks: ProcessLocks,
  definitions: () => ModdleElement,
  onRefused: (findings: readonly LockFinding[]) => void,
): object {
  class LockGuard {
    static readonly $inject = ['eventBus', 'commandStack', 'contextPad', 'flowEditing'];
    private readonly flow: FlowEditing;
    private known: ReadonlySet<string> = new Set();

    constructor(events: EventBus, commands: CommandStack, contextPad: ContextPad, flow: FlowEditing) {
      this.flow = flow;
      events.on('import.done', () => {
        this.known = new Set(locks.refusals(definitions(), flow.entry).map(identity));
      });
      events.on('commandStack.changed', ({ trigger }) => {
        // Behind the command: whoever gave it goes on with what it has made, and only then is it taken back.
        if (trigger === 'execute' || trigger === 'redo') queueMicrotask(() => this.judge(commands));
      });
      // Below bpmn-js's own provider, so that its entries are there to be left out.
      contextPad.registerProvider(200, this);
    }

    getContextPadEntries({ id }: ModelElement) {
      return (entries: Entries): Entries => {
        const held = locks.ofElement(id);
        if (held === undefined || held.lock.class === 'FREE') return entries;
        return Object.fromEntries(Object.entries(entries).filter(([name]) => !closedEntries.has(name)));
      };
    }

    private judge(commands: CommandStack): void {
      const refused = locks
        .refusals(definitions(), this.flow.entry)
        .filter((finding) => !this.known.has(identity(finding)));
      if (refused.length === 0 || !commands.canUndo()) return;
      commands.undo();
      onRefused(refused);
    }
  }
  return { __init__: ['lockGuard'], lockGuard: ['type', LockGuard] };
}

function identity({ rule, element, property, to }: LockFinding): string {
  return JSON.stringify([rule, element, property, to]);
}
