import type { EndEventNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { evaluateText } from '../evaluate.ts';
import { interruptScope } from '../events/interrupt-scope.ts';
import { throwError } from '../events/throw-error.ts';
import { throwEscalation } from '../events/throw-escalation.ts';
import { throwSignal } from '../events/throw-signal.ts';
import { leaveBy } from '../leave.ts';
import { visibleVariables } from '../variable-scopes.ts';

/**
 * Consumes the token; the scope ends with its last one. A terminate end event clears its own scope first (as Camunda 7:
 * not the scopes around it); the others throw, and end unless what they threw has cancelled them.
 */
export const endEvent: Behaviour<EndEventNode> = {
  arrive(run, node, parent) {
    if (node.result?.throws !== 'terminate') return;
    interruptScope(run, parent);
    run.addAlive(parent, 1);
  },
  enter(run, node, token) {
    const { result } = node;
    if (result !== undefined) run.rest(token);
    if (result?.throws === 'error') {
      const origin = { elementId: node.id, attribute: 'errorMessage' };
      const message =
        result.message === undefined
          ? undefined
          : evaluateText(result.message, visibleVariables(run, token), origin);
      throwError(run, token, result.code, message);
      return;
    }
    if (result?.throws === 'signal') throwSignal(run, node, token, result.signal, result.variables);
    if (result?.throws === 'escalation') throwEscalation(run, token, result.code);
    if (result === undefined || run.token(token.i) !== undefined) leaveBy(run, node, run.latest(token), []);
  },
};
