import type {
  tryModification as contract,
  ModificationPreview,
} from '@oneplan/runtime/contracts/api/operated-instances.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { ModifyInstruction } from '@oneplan/runtime/engine/command.ts';
import type { Effect } from '@oneplan/runtime/engine/effect.ts';
import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import { step } from '@oneplan/runtime/engine/step.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { askedBy } from '../engine/asked-by.ts';
import { stepUnder } from '../engine/bound-calls.ts';
import { engineOf } from '../engine/engine.ts';
import { asCorrection, modificationNotPossible } from './correct-instance.ts';
import { elementOf } from './element-of.ts';
import { wholeActivities } from './whole-activities.ts';

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;

/**
 * What moving the instance by hand would bring about, tried in memory on the state that it has now. Throws
 * `modification-not-possible` as moving it would.
 */
export async function tryModification(
  context: Context,
  { id, instructions }: { readonly id: string; readonly instructions: readonly ModifyInstruction[] },
): Promise<z.input<typeof contract.response>> {
  const row = await context.sql.one<{ definition_id: string; state: string; user_id: string | null }>(
    `SELECT p.definition_id, p.state, s.user_id FROM process_instance p
     LEFT JOIN student s ON p.subject_kind = 'student' AND s.id = p.subject_id WHERE p.id = ?`,
    [id],
  );
  const definition = row && (await findDefinition(context, row.definition_id));
  if (!row || !definition)
    throw new AppError('conflict', 'The process instance has ended and lies in the archive.', {
      instanceId: id,
    });
  if (engineOf(context).name !== 'embedded')
    throw modificationNotPossible(
      id,
      'OTHER_ENGINE',
      'The instance runs on the Camunda engine; what would happen can be seen there only.',
    );
  const state = JSON.parse(row.state) as InstanceState;
  const { graph } = definition.process;
  const { effects } = await asCorrection(id, () =>
    stepUnder(context, definition.bundle, (under) =>
      step(
        graph,
        state,
        { type: 'modify', instructions: wholeActivities(graph, state, instructions) },
        under,
      ),
    ),
  );
  const ended = effects.find((effect) => effect.type === 'instance-ended');
  if (ended?.reason === 'cancelled')
    throw modificationNotPossible(
      id,
      'NOTHING_LEFT',
      'Nothing would be left of the instance; cancel it instead.',
    );
  return { ...placesOf(effects, graph, row.user_id), completes: ended !== undefined };
}

function placesOf(
  effects: readonly Effect[],
  { nodes }: ProcessGraph,
  pupilUserId: string | null,
): Omit<ModificationPreview, 'completes'> {
  const started = all(effects, 'activity-started');
  const ended = all(effects, 'activity-ended');
  const over = new Set(ended.map(({ activity }) => activity));
  const begun = new Set(started.map(({ activity }) => activity));
  const tasks = all(effects, 'user-task-created');
  const placeOf = (effect: { readonly elementId: string }) => {
    const elementId = elementOf(effect.elementId);
    return { elementId, name: nodes[elementId]?.name ?? elementId };
  };
  return {
    ends: unique(ended.filter(({ activity }) => !begun.has(activity)).map(placeOf)),
    passes: unique(started.filter(({ activity }) => over.has(activity)).map(placeOf)),
    begins: unique(
      started
        .filter(({ activity }) => !over.has(activity))
        .map((effect) => {
          const task = tasks.find(({ token }) => token === effect.activity);
          return { ...placeOf(effect), ...(task ? askedBy(task, pupilUserId) : { asked: [], dueAt: null }) };
        }),
    ),
  };
}

const all = <T extends Effect['type']>(effects: readonly Effect[], type: T) =>
  effects.filter((effect): effect is Of<T> => effect.type === type);

const unique = <P extends { readonly elementId: string }>(found: readonly P[]): P[] => [
  ...new Map(found.map((one) => [one.elementId, one])).values(),
];
