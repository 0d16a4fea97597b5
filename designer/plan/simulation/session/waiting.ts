import type { Wait } from '@oneplan/runtime/engine/active-elements.ts';
import type { Effect, UserTaskCreated } from '@oneplan/runtime/engine/effect.ts';
import { errorCodesAround } from '@oneplan/runtime/simulation/exploration/error-codes.ts';
import type { ScenarioRun } from '@oneplan/runtime/simulation/scenarios/scenario-run.ts';
import { kindOfPerson } from './simulated-people.ts';
import { elementName, processAround, type SimulatedProcess } from './simulated-process.ts';

interface At {
  readonly token: number;
  readonly element: string;
  readonly name: string;
  /** name of the called flow that it stands in; absent: the simulated flow itself */
  readonly within?: string;
  readonly process?: string;
}

/** Somebody, or something, that the run waits for. */
export type Waiting =
  | (At & {
      readonly kind: 'person';
      /** roles, or kinds of groups, of those who may act */
      readonly by: readonly string[];
      readonly dueAt?: number;
      /** codes of errors that may be reported here */
      readonly errors: readonly string[];
    })
  | (At & { readonly kind: 'action'; readonly topic: string; readonly errors: readonly string[] })
  | (At & { readonly kind: 'message' | 'signal'; readonly event: string })
  | (At & { readonly kind: 'timer'; readonly dueAt: number });

/** Remembers what the run has told of each token that waits. */
export class WaitNotes {
  readonly #created = new Map<number, Effect>();

  take(effect: Effect): void {
    if (
      effect.type === 'user-task-created' ||
      effect.type === 'external-task-created' ||
      effect.type === 'timer-created' ||
      effect.type === 'subscription-created'
    )
      this.#created.set(effect.token, effect);
  }

  /** What the run waits for, in the order in which it came to it; timers last, the next one first. */
  open(process: SimulatedProcess, run: ScenarioRun): readonly Waiting[] {
    const all = run.waits().flatMap((wait) => this.#waitingAt(process, run, wait) ?? []);
    const timers = all.filter((one) => one.kind === 'timer');
    return [
      ...all.filter(({ kind }) => kind !== 'timer'),
      ...timers.sort((one, other) => one.dueAt - other.dueAt),
    ];
  }

  #waitingAt(process: SimulatedProcess, run: ScenarioRun, { token, elementId }: Wait): Waiting | undefined {
    const effect = this.#created.get(token);
    if (effect === undefined) return undefined;
    const called = 'process' in effect ? effect.process : undefined;
    const around = processAround(process, called);
    const at: At = {
      token,
      element: elementId,
      name: elementName(around, elementId),
      ...(called !== undefined && { within: around.entry.name, process: called }),
    };
    const errors = errorCodesAround(around.graph, elementId);
    switch (effect.type) {
      case 'user-task-created':
        return {
          ...at,
          kind: 'person',
          by: performers(effect),
          errors,
          ...(effect.dueDate !== undefined && { dueAt: effect.dueDate }),
        };
      case 'external-task-created':
        return { ...at, kind: 'action', topic: effect.topic, errors };
      case 'timer-created':
        return { ...at, kind: 'timer', dueAt: run.timers.get(token) ?? effect.dueAt };
      case 'subscription-created':
        return { ...at, kind: effect.on, event: effect.name };
      default:
        return undefined;
    }
  }
}

function performers({ assignee, candidateUsers, candidateGroups }: UserTaskCreated): readonly string[] {
  const people = assignee === undefined ? candidateUsers : [assignee];
  const kinds = people.map(kindOfPerson);
  return [...new Set(kinds.length > 0 && assignee !== undefined ? kinds : [...candidateGroups, ...kinds])];
}
