import type { Effect } from '../engine/effect.ts';
import type { Token } from '../engine/instance-state.ts';
import type { ProcessGraph } from '../model/process-graph.ts';
import type { ObservedActivity, ObservedInstance, ObservedTask } from './observed.ts';
import { waitingTokens } from './waiting-tokens.ts';

/** What our tables say of the instance. */
export interface KnownInstance {
  /** By id of the activity instance on the engine. */
  readonly activities: ReadonlyMap<string, KnownActivity>;
  /** Next free number. */
  readonly next: number;
}

export interface KnownActivity {
  /** Number of the activity and, while it waits, of its token. */
  readonly number: number;
  readonly ended: boolean;
  /** User task: state of our row; absent: there is none. */
  readonly task?: 'open' | 'ended';
}

export interface Projection {
  /** What has to be written, as if our own engine had brought it about. */
  readonly effects: readonly Effect[];
  /** Numbers of the activities that are new here. */
  readonly numbered: readonly { readonly number: number; readonly activity: ObservedActivity }[];
  /** Where it stands now; null: the observation is older than what is known, and says nothing about now. */
  readonly tokens: readonly Token[] | null;
  /** Next free number. */
  readonly next: number;
}

/**
 * The difference between the engine's history and our tables, as effects of the engine. Nothing ever goes back: what
 * has ended here stays ended, so an older observation that comes late changes nothing.
 * `graphOf` gives the graph of a process by key; the flow by which an element was entered is taken from it, because
 * the engine's history does not tell.
 */
export function project(
  observed: ObservedInstance,
  known: KnownInstance,
  graphOf: (processKey: string | null) => ProcessGraph | undefined,
): Projection {
  const effects: Effect[] = [];
  const numbered: Projection['numbered'][number][] = [];
  const numbers = new Map([...known.activities].map(([id, { number }]) => [id, number]));
  let next = known.next;
  for (const [index, activity] of observed.activities.entries()) {
    const before = known.activities.get(activity.id);
    const number = before?.number ?? next++;
    if (!before) {
      numbers.set(activity.id, number);
      numbered.push({ number, activity });
      const flow = enteredBy(observed.activities, index, graphOf(activity.processKey));
      if (flow !== undefined) effects.push({ type: 'sequence-flow-taken', id: flow });
      effects.push(started(activity, number, numbers));
    }
    effects.push(...taskEffects(activity, number, before, observed.tasks));
    if (activity.ended && !before?.ended)
      effects.push({
        type: 'activity-ended',
        activity: number,
        elementId: activity.elementId,
        canceled: activity.canceled,
      });
  }
  const tokens = isOlder(observed, known) ? null : waitingTokens(observed.activities, numbers, graphOf);
  return { effects, numbered, tokens, next };
}

/** True: something that is known here was not there yet, or had not ended, when the engine was looked at. */
function isOlder(observed: ObservedInstance, known: KnownInstance): boolean {
  const there = new Map(observed.activities.map((activity) => [activity.id, activity]));
  return [...known.activities].some(([id, { ended }]) => {
    const activity = there.get(id);
    return !activity || (ended && !activity.ended);
  });
}

function started(activity: ObservedActivity, number: number, numbers: ReadonlyMap<string, number>): Effect {
  const parent = activity.parentId === null ? undefined : numbers.get(activity.parentId);
  return {
    type: 'activity-started',
    activity: number,
    elementId: activity.elementId,
    elementType: activity.elementType,
    ...(activity.name === null ? {} : { name: activity.name }),
    ...(parent === undefined ? {} : { parent }),
    ...(activity.processKey === null ? {} : { process: activity.processKey }),
    ...(activity.calledKey === null ? {} : { calls: { process: activity.calledKey } }),
  };
}

function taskEffects(
  activity: ObservedActivity,
  token: number,
  before: KnownActivity | undefined,
  tasks: ReadonlyMap<string, ObservedTask>,
): Effect[] {
  if (activity.taskId === null) return [];
  const { elementId } = activity;
  if (activity.ended)
    return before?.task === 'open'
      ? [
          {
            type: 'user-task-ended',
            token,
            elementId,
            reason: activity.canceled ? 'cancelled' : 'completed',
          },
        ]
      : [];
  const task = tasks.get(activity.taskId);
  if (!task || before?.task !== undefined || before?.ended) return [];
  return [
    {
      type: 'user-task-created',
      token,
      elementId,
      name: task.name,
      candidateUsers: task.candidateUsers,
      candidateGroups: task.candidateGroups,
      priority: task.priority,
      ...(task.formKey === null ? {} : { formKey: task.formKey }),
      ...(task.assignee === null ? {} : { assignee: task.assignee }),
      ...(task.dueAt === null ? {} : { dueDate: task.dueAt }),
      ...(task.followUpAt === null ? {} : { followUpDate: task.followUpAt }),
      ...(activity.processKey === null ? {} : { process: activity.processKey }),
    },
  ];
}

/** The flow from the element that ended last before, in the same process; undefined: entered in another way. */
function enteredBy(
  activities: readonly ObservedActivity[],
  index: number,
  graph: ProcessGraph | undefined,
): string | undefined {
  const activity = activities[index];
  const node = activity && graph?.nodes[activity.elementId];
  if (!activity || !graph || !node) return undefined;
  const incoming = Object.entries(graph.flows).filter(([, flow]) => flow.target === activity.elementId);
  for (let i = index - 1; i >= 0; i--) {
    const source = activities[i];
    if (!source?.ended || source.canceled || source.processKey !== activity.processKey) continue;
    const flow = incoming.find(([, { source: from }]) => from === source.elementId);
    if (flow) return flow[0];
  }
  return undefined;
}
