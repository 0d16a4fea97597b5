import type { ActivityNode } from './activity-tree.ts';
import { byTime, type RestActivity, type RestTransition, type RestVariable } from './rest-answers.ts';

/** Activity instances by execution: the outermost and the innermost of those that share it. */
export interface Executions {
  readonly outer: Map<string, string>;
  readonly inner: Map<string, string>;
}

/** What the tree is read together with. */
export interface TreeSurroundings {
  readonly variables: readonly RestVariable[];
  /** executions for which a job is open */
  readonly jobExecutions: ReadonlySet<string>;
  /** trees of the processes called by an activity instance, with their keys */
  readonly calledBy: (activityId: string) => readonly { readonly key: string; readonly tree: RestActivity }[];
}

/** The activity instances of a tree, and what was learnt about executions on the way. */
export class TreeReading {
  readonly executions: Executions = { outer: new Map(), inner: new Map() };
  /** by the key of the node */
  readonly transitions = new Map<string, RestTransition>();
  /** executions of instances of a parallel multi-instance that have ended and wait for the others */
  readonly finished = new Set<string>();
  readonly #around: TreeSurroundings;

  constructor(around: TreeSurroundings) {
    this.#around = around;
  }

  read(activity: RestActivity, loop?: number): ActivityNode {
    for (const id of activity.executionIds) this.#share(id, activity.id, activity.id);
    const loopOf = loopCounters(activity, this.#around.variables, this.executions);
    return {
      key: activity.id,
      elementId: activity.activityId,
      ...(loop !== undefined && { loop }),
      children: [
        ...activity.childActivityInstances.map((child) => this.read(child, loopOf.get(child.id))),
        ...activity.childTransitionInstances.flatMap((transition) =>
          this.#transition(activity, transition, loopOf),
        ),
        ...this.#around
          .calledBy(activity.id)
          .map(({ key, tree }) => ({ ...this.read(tree), elementId: key })),
      ],
    };
  }

  #transition(
    around: RestActivity,
    transition: RestTransition,
    loopOf: ReadonlyMap<string, number>,
  ): ActivityNode[] {
    const { executionId, activityId } = transition;
    // What is left of a finished instance of a parallel multi-instance is told as a transition without a job.
    if (!this.#around.jobExecutions.has(executionId)) {
      this.finished.add(executionId);
      return [];
    }
    // The id of a transition is that of its execution, which may be the scope's as well.
    const key = transitionKey(transition);
    // A scope in which nothing but a continuation waits names no execution of its own: it is the continuation's.
    const shared = around.executionIds.length === 0 || executionId === around.id;
    this.#share(executionId, shared ? around.id : key, key);
    this.transitions.set(key, transition);
    const loop = loopOf.get(key);
    return [
      { key, elementId: activityId, transition: true, ...(loop !== undefined && { loop }), children: [] },
    ];
  }

  #share(executionId: string, outer: string, inner: string): void {
    if (!this.executions.outer.has(executionId)) this.executions.outer.set(executionId, outer);
    this.executions.inner.set(executionId, inner);
  }
}

function transitionKey({ id }: RestTransition): string {
  return `transition ${id}`;
}

/**
 * Which instance of a parallel multi-instance each child of its body is. A counter is a variable of the child's own
 * execution, or of the execution around it, which the tree names with the body only; children are begun in the order
 * of the counters. A sequential instance shares the execution of the body and needs no number.
 */
function loopCounters(
  body: RestActivity,
  variables: readonly RestVariable[],
  executions: Executions,
): ReadonlyMap<string, number> {
  const loops = new Map<string, number>();
  if (!body.activityId.endsWith('#multiInstanceBody')) return loops;
  const counters = variables.filter(
    ({ name, executionId }) => name === 'loopCounter' && executionId !== body.executionIds[0],
  );
  const children = [
    ...body.childActivityInstances.map(({ id, executionIds }) => ({ id, executionIds })),
    ...body.childTransitionInstances.map((transition) => ({
      id: transitionKey(transition),
      executionIds: [transition.executionId],
    })),
  ].sort((a, b) => byTime(a.id, b.id));
  const around = counters
    .filter(({ executionId }) => body.executionIds.includes(executionId))
    .sort((a, b) => Number(a.value) - Number(b.value));
  for (const { id, executionIds } of children) {
    const own = counters.find(({ executionId }) => executionIds.includes(executionId)) ?? around.shift();
    if (own === undefined) continue;
    loops.set(id, Number(own.value));
    executions.outer.set(own.executionId, id);
  }
  return loops;
}
