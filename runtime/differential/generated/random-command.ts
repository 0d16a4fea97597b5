import type { Variables } from '../../expressions/expression.ts';
import type { ScriptCommand } from '../script-command.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Random } from './random.ts';

/**
 * What may happen next to an instance that stands like this; undefined when nothing waits. Of several that wait at one
 * place none is chosen: which of them is meant would be left open.
 */
export function randomCommand(random: Random, snapshot: Snapshot): ScriptCommand | undefined {
  const possible: (() => ScriptCommand)[] = [
    ...alone(snapshot.tasks).map(
      ({ at }) =>
        () =>
          taskCommand(random, target(at)),
    ),
    ...alone(snapshot.externalTasks).map(
      ({ at }) =>
        () =>
          workCommand(random, target(at)),
    ),
    ...alone(snapshot.jobs).map(
      ({ at }) =>
        () =>
          ({ do: 'job', at: target(at) }) as const,
    ),
    ...alone(snapshot.subscriptions).map(
      ({ at, kind, name }) =>
        () =>
          kind === 'signal'
            ? ({ do: 'signal', name, variables: variables(random) } as const)
            : ({ do: 'message', at: target(at), variables: variables(random) } as const),
    ),
  ];
  if (possible.length === 0) return undefined;
  if (random.chance(0.03)) return { do: 'set', variables: variables(random) };
  return random.pick(possible)();
}

function target(at: string): string {
  return at.replace(/~/g, '');
}

function alone<T extends { readonly at: string }>(waits: readonly T[]): T[] {
  return waits.filter(({ at }) => waits.filter((other) => target(other.at) === target(at)).length === 1);
}

function taskCommand(random: Random, at: string): ScriptCommand {
  // An error that nothing catches leaves the task of an instance open on the reference (see known-differences.ts).
  const kind = /#multiInstanceBody\/[^/]+$/.test(at) ? 1 : random.next();
  if (kind < 0.05) return { do: 'error', at, code: 'E1', message: 'refused' };
  if (kind < 0.1) return { do: 'escalate', at, code: 'S1' };
  return { do: 'complete', at, variables: variables(random) };
}

function workCommand(random: Random, at: string): ScriptCommand {
  if (random.chance(0.15))
    return { do: 'error', at, code: random.pick(['E1', 'E2']), variables: variables(random) };
  return { do: 'work', at, variables: variables(random) };
}

function variables(random: Random): Variables {
  if (random.chance(0.3)) return {};
  return { choice: random.below(4), again: random.chance(0.3) };
}
