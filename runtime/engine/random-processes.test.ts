import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deployable } from '../model/deployable.ts';
import type { ProcessGraph } from '../model/process-graph.ts';
import { openWaits, type Wait } from './active-elements.ts';
import type { Command } from './command.ts';
import type { Effect } from './effect.ts';
import { deepFreeze, NOW } from './fixtures/play.ts';
import { AGAIN, block, processOf } from './fixtures/random-process.ts';
import type { InstanceState } from './instance-state.ts';
import { step } from './step.ts';

const context = { now: NOW };

/** Plays a process to its end, each time passing the wait that `choices` points at. */
function playToEnd(graph: ProcessGraph, choice: number, choices: readonly number[]) {
  const start: Command = { type: 'start', variables: { choice, again: false } };
  let { state, effects } = step(graph, null, start, context);
  const all: Effect[] = [...effects];
  const rounds = new Map<string, number>();
  for (let turn = 0; state.e === undefined; turn += 1) {
    // What may occur any number of times occurs three times at most: nothing else would ever happen.
    const waits = openWaits(graph, state).filter(
      ({ elementId }) => !elementId.startsWith(AGAIN) || (rounds.get(elementId) ?? 0) < 3,
    );
    const wait = waits[(choices[turn % choices.length] ?? 0) % waits.length];
    if (wait === undefined || turn > 5_000) throw new Error('the instance is stuck');
    const round = (rounds.get(wait.elementId) ?? 0) + 1;
    rounds.set(wait.elementId, round);
    const command = commandFor(wait, wait.elementId.startsWith('decide') && round % 2 === 1);
    const stored = JSON.parse(JSON.stringify(state)) as InstanceState;
    const result = step(graph, deepFreeze(state), command, context);
    expect(step(graph, stored, command, context)).toEqual(result);
    ({ state, effects } = result);
    all.push(...effects);
  }
  return { state, effects: all };
}

function commandFor(wait: Wait, again: boolean): Command {
  const { token, answer } = wait;
  if (answer === 'complete-user-task') return { type: answer, token, variables: { again } };
  if (answer === 'fire-timer' || answer === 'run-job') return { type: answer, token };
  return { type: answer, token, variables: {} };
}

/** What was opened and not closed, closed and not open, or opened twice. */
function unbalanced(effects: readonly Effect[]): string[] {
  const open = new Set<string>();
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const effect of effects) {
    const created = /^(.*)-(created|started|ended)$/.exec(effect.type);
    if (created === null || effect.type === 'instance-ended') continue;
    const number = 'activity' in effect ? effect.activity : 'token' in effect ? effect.token : 0;
    const key = `${created[1]} ${number}`;
    if (created[2] === 'ended') {
      if (!open.delete(key)) wrong.push(`ended but not open: ${key}`);
    } else {
      if (seen.has(key)) wrong.push(`opened twice: ${key}`);
      seen.add(key);
      open.add(key);
    }
  }
  return [...wrong, ...[...open].map((key) => `never ended: ${key}`)];
}

const taken = (effects: readonly Effect[], flow: string) =>
  effects.filter((effect) => effect.type === 'sequence-flow-taken' && effect.id === flow).length;

/** Activity types that the processes drawn for the seed below run through: the property is about all of them. */
const EXECUTED: readonly string[] = [
  'boundaryError',
  'boundaryEscalation',
  'boundaryMessage',
  'boundaryTimer',
  'errorEndEvent',
  'errorStartEvent',
  'escalationEndEvent',
  'escalationStartEvent',
  'eventBasedGateway',
  'exclusiveGateway',
  'inclusiveGateway',
  'intermediateMessageCatch',
  'intermediateMessageThrowEvent',
  'intermediateSignalCatch',
  'intermediateSignalThrow',
  'intermediateTimer',
  'messageStartEvent',
  'noneEndEvent',
  'parallelGateway',
  'receiveTask',
  'serviceTask',
  'startEvent',
  'subProcess',
  'task',
  'terminateEndEvent',
  'userTask',
];

describe('any block-structured process, completed in any order', () => {
  test('ends with no token left, every join fires once, everything opened is closed', async () => {
    const interruptions: number[] = [];
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        block,
        fc.nat(11),
        fc.array(fc.nat(999), { minLength: 1, maxLength: 40 }),
        async (root, choice, choices) => {
          const { xml, forks } = processOf(root);
          const { graphs, findings } = await deployable(xml);
          expect(findings).toEqual([]);
          const [graph] = graphs;
          if (graph === undefined) return;

          const { state, effects } = playToEnd(graph, choice, choices);

          expect(state).toMatchObject({ t: [], e: 'completed' });
          for (const effect of effects) if (effect.type === 'activity-started') seen.add(effect.elementType);
          expect(unbalanced(effects)).toEqual([]);
          expect(effects.filter((effect) => effect.type === 'instance-ended')).toHaveLength(1);
          const interrupted = effects.some((effect) => effect.type === 'activity-ended' && effect.canceled);
          if (interrupted) interruptions.push(effects.length);
          for (const { into, branches, out } of forks) {
            const entered = taken(effects, into);
            for (const branch of branches) expect(taken(effects, branch)).toBe(entered);
            if (interrupted) expect(taken(effects, out)).toBeLessThanOrEqual(entered);
            else expect(taken(effects, out)).toBe(entered);
          }
        },
      ),
      { numRuns: 150, seed: 2026 },
    );
    expect(interruptions.length).toBeGreaterThan(0);
    expect([...seen].sort()).toEqual(EXECUTED);
  }, 60_000);
});
