import type { Variables } from '../expressions/expression.ts';
import type { GraphNode, MultiInstance } from '../model/process-graph.ts';
import { EngineError } from './engine-error.ts';
import { evaluate, evaluateCondition, evaluateInteger, failed } from './evaluate.ts';
import type { Token } from './instance-state.ts';
import type { Run, Work } from './run.ts';
import { setLocalVariables, visibleVariables } from './variable-scopes.ts';

/** Instances of one multi-instance activity; more are most likely a mistake in the data. */
const MOST_INSTANCES = 1_000;

/** Whether a token is one instance of a multi-instance activity, as opposed to the body around them. */
export function isInstance(run: Run, token: Token): boolean {
  const around = token.p === undefined ? undefined : run.token(token.p);
  return around?.m === true && around.e === token.e && token.h === undefined;
}

/** Element id of a token in history and activity tree: the body has one of its own, as on Camunda 7. */
export function activityId(token: Pick<Token, 'e' | 'm'>): string {
  return token.m === true ? `${token.e}#multiInstanceBody` : token.e;
}

/**
 * Puts the body to rest and schedules its instances: all of them, or the first one of a sequence. False when
 * there is none; the body is then left at once. Loop variables as in Camunda 7's
 * Parallel- and SequentialMultiInstanceActivityBehavior.
 */
export function openBody(run: Run, node: GraphNode, multiInstance: MultiInstance, token: Token): boolean {
  const count = countOf(run, node, multiInstance, token);
  run.rest({ ...token, m: true });
  if (count === 0) return false;
  const first = multiInstance.sequential ? 1 : count;
  run.addAlive(token.i, first);
  setLocalVariables(run, token, {
    nrOfInstances: count,
    nrOfCompletedInstances: 0,
    nrOfActiveInstances: first,
    ...(multiInstance.sequential && localsOf(run, node, multiInstance, token, 0)),
  });
  run.schedule(
    ...Array.from({ length: first }, (_, counter) => instance(run, node, multiInstance, token, counter)),
  );
  return true;
}

/**
 * One more instance of a parallel multi-instance whose body is there (加签); undefined when the node has no body in
 * that scope. It has the next loop counter and no element.
 */
export function addInstance(run: Run, node: GraphNode, parent: number | undefined): Work | undefined {
  const { multiInstance } = node;
  const body =
    multiInstance === undefined
      ? undefined
      : run.tokens().find((token) => token.e === node.id && token.p === parent && token.m === true);
  if (body === undefined) return undefined;
  const count = counterOf(body, 'nrOfInstances');
  if (multiInstance?.sequential === true || count >= MOST_INSTANCES) {
    const message = `No instance can be added to "${node.id}": it is sequential or has ${MOST_INSTANCES} instances`;
    throw new EngineError('MODIFICATION', message, node.id);
  }
  setLocalVariables(run, body, {
    nrOfInstances: count + 1,
    nrOfActiveInstances: counterOf(body, 'nrOfActiveInstances') + 1,
  });
  run.addAlive(body.i, 1);
  return { type: 'enter', elementId: node.id, parent: body.i, locals: { loopCounter: count } };
}

/** The work that begins one instance; a parallel one has its loop counter and element to itself. */
export function instance(
  run: Run,
  node: GraphNode,
  multiInstance: MultiInstance,
  body: Token,
  counter: number,
): Work {
  const locals = multiInstance.sequential ? {} : localsOf(run, node, multiInstance, body, counter);
  return {
    type: 'enter',
    elementId: node.id,
    parent: body.i,
    ...(!multiInstance.sequential && { locals }),
  };
}

/**
 * Counts an instance that has ended and begins the next one of a sequence. True when the activity is done:
 * nothing is left to do, or its completion condition holds. Whoever asked cancels what is still open.
 */
export function countInstance(
  run: Run,
  node: GraphNode,
  multiInstance: MultiInstance,
  body: Token,
  ended: Token,
): boolean {
  const { sequential } = multiInstance;
  const count = counterOf(body, 'nrOfInstances');
  const completed = counterOf(body, 'nrOfCompletedInstances') + 1;
  const active = counterOf(body, 'nrOfActiveInstances') - (sequential ? 0 : 1);
  setLocalVariables(run, body, { nrOfCompletedInstances: completed, nrOfActiveInstances: active });
  const next = counterOf(body, 'loopCounter') + 1;
  const last = sequential ? next >= count : run.alive(body.i) === 0;
  if (last || isComplete(run, node, multiInstance, sequential ? body : ended)) return true;
  if (!sequential) return false;
  setLocalVariables(run, body, localsOf(run, node, multiInstance, body, next));
  run.addAlive(body.i, 1);
  run.schedule(instance(run, node, multiInstance, body, next));
  return false;
}

function isComplete(
  run: Run,
  node: GraphNode,
  { completionCondition }: MultiInstance,
  token: Token,
): boolean {
  if (completionCondition === undefined) return false;
  const origin = { elementId: node.id, attribute: 'completionCondition' };
  return evaluateCondition(completionCondition, visibleVariables(run, token), origin);
}

function countOf(run: Run, node: GraphNode, multiInstance: MultiInstance, token: Token): number {
  const variables = visibleVariables(run, token);
  const count =
    multiInstance.cardinality === undefined
      ? listOf(node, multiInstance, variables).length
      : evaluateInteger(multiInstance.cardinality, variables, {
          elementId: node.id,
          attribute: 'loopCardinality',
        });
  if (count >= 0 && count <= MOST_INSTANCES) return count;
  const message = `"${node.id}" would run ${count} instances; between 0 and ${MOST_INSTANCES} are possible`;
  throw new EngineError('INSTANCE_LIMIT', message, node.id);
}

function localsOf(
  run: Run,
  node: GraphNode,
  multiInstance: MultiInstance,
  body: Token,
  counter: number,
): Variables {
  const { elementVariable, collection } = multiInstance;
  if (elementVariable === undefined || collection === undefined) return { loopCounter: counter };
  const list = listOf(node, multiInstance, visibleVariables(run, body));
  return { loopCounter: counter, [elementVariable]: list[counter] ?? null };
}

function listOf(
  node: GraphNode,
  { collection = '' }: MultiInstance,
  variables: Variables,
): readonly unknown[] {
  const origin = { elementId: node.id, attribute: 'collection' };
  const dynamic = collection.includes('${') || collection.includes('#{');
  const list = dynamic ? evaluate(collection, variables, origin) : variables[collection];
  if (Array.isArray(list)) return list;
  throw failed(origin, `"${collection}" is not a list`);
}

function counterOf(body: Token, name: string): number {
  const value = body.l?.[name];
  return typeof value === 'number' ? value : 0;
}
