import type { ScriptTaskNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { evaluate } from '../evaluate.ts';
import { leave } from '../leave.ts';
import { setVariables, visibleVariables } from '../variable-scopes.ts';

/** Evaluates its expression on the way; a result of null is not stored (Camunda 7's ScriptTaskActivityBehavior). */
export const scriptTask: Behaviour<ScriptTaskNode> = {
  enter(run, node, token) {
    run.rest(token);
    const origin = { elementId: node.id, attribute: 'script' };
    const result = evaluate(node.script, visibleVariables(run, token), origin);
    if (node.resultVariable !== undefined && result !== null)
      setVariables(run, token, { [node.resultVariable]: result });
    leave(run, node, run.latest(token));
  },
};
