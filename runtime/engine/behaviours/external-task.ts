import type { ExternalTaskNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { evaluateInteger, evaluateText, failed } from '../evaluate.ts';
import { visibleVariables } from '../variable-scopes.ts';

const DEFAULT_PRIORITY = 0;

/** Waits for a worker that subscribes to the topic. */
export const externalTask: Behaviour<ExternalTaskNode> = {
  enter(run, node, token) {
    run.rest(token);
    const variables = visibleVariables(run, token);
    const origin = { elementId: node.id, attribute: 'topic' };
    const topic = evaluateText(node.topic, variables, origin);
    if (topic === undefined) throw failed(origin, 'the topic is empty');
    const priority =
      node.priority === undefined
        ? DEFAULT_PRIORITY
        : evaluateInteger(node.priority, variables, { elementId: node.id, attribute: 'taskPriority' });
    run.emit({
      type: 'external-task-created',
      token: token.i,
      elementId: node.id,
      topic,
      priority,
      ...(token.l !== undefined && { variables: token.l }),
    });
  },
  endWait(run, node, token, reason) {
    run.emit({ type: 'external-task-ended', token: token.i, elementId: node.id, reason });
  },
};
