import type { Effect } from '../../engine/effect.ts';
import type { InstanceState } from '../../engine/instance-state.ts';
import type { Decided } from './exploration.ts';
import { stateKey } from './state-key.ts';

/** A state of an instance that was come to, and how for the first time. */
export interface Explored {
  readonly number: number;
  readonly state: InstanceState;
  readonly from?: Explored;
  readonly decided: Decided;
  /** elements and flows that the step passed */
  readonly passed: readonly string[];
  /** numbers of the states that follow */
  readonly next: Set<number>;
}

/** The states that have been come to, each once. */
export class ExploredStates {
  readonly all: Explored[] = [];
  readonly #byKey = new Map<string, Explored>();

  /** Takes a state in; true when it is new. */
  add(state: InstanceState, decided: Decided, effects: readonly Effect[], from?: Explored): boolean {
    const key = stateKey(state);
    const known = this.#byKey.get(key);
    const explored = known ?? {
      number: this.all.length,
      state,
      ...(from !== undefined && { from }),
      decided,
      passed: passedBy(effects),
      next: new Set<number>(),
    };
    from?.next.add(explored.number);
    if (known !== undefined) return false;
    this.#byKey.set(key, explored);
    this.all.push(explored);
    return true;
  }

  /** The states from which no state of `aims` can be come to. */
  cutOff(aims: ReadonlySet<number>): readonly Explored[] {
    const before = new Map<number, number[]>();
    for (const { number, next } of this.all)
      for (const after of next) before.set(after, [...(before.get(after) ?? []), number]);
    const leading = new Set(aims);
    for (const at of leading) for (const earlier of before.get(at) ?? []) leading.add(earlier);
    return this.all.filter(({ number }) => !leading.has(number));
  }
}

/** Elements and flows of the process itself that a step has passed, in order. */
export function passedBy(effects: readonly Effect[]): readonly string[] {
  return effects.flatMap((effect) => {
    if ('process' in effect && effect.process !== undefined) return [];
    if (effect.type === 'sequence-flow-taken') return effect.id;
    return effect.type === 'activity-started' ? effect.elementId : [];
  });
}

/** What was passed and decided from the start up to a state. */
export function wayTo(explored: Explored): {
  readonly path: readonly string[];
  readonly decisions: readonly Decided[];
} {
  const steps: Explored[] = [];
  for (let at: Explored | undefined = explored; at !== undefined; at = at.from) steps.push(at);
  steps.reverse();
  return { path: steps.flatMap(({ passed }) => passed), decisions: steps.map(({ decided }) => decided) };
}
