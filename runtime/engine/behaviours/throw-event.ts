import type { ThrowEventNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { throwEscalation } from '../events/throw-escalation.ts';
import { throwSignal } from '../events/throw-signal.ts';
import { leave } from '../leave.ts';

/** Throws and goes on, unless what it threw has cancelled it. */
export const throwEvent: Behaviour<ThrowEventNode> = {
  enter(run, node, token) {
    const { result } = node;
    run.rest(token);
    if (result?.throws === 'signal') throwSignal(run, node, token, result.signal, result.variables);
    if (result?.throws === 'escalation') throwEscalation(run, token, result.code);
    if (result?.throws === 'link') {
      run.remove(token);
      run.schedule({ type: 'enter', elementId: result.target, parent: token.p });
    } else if (run.token(token.i) !== undefined) leave(run, node, run.latest(token));
  },
};
