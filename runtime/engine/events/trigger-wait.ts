import type { CatchTrigger, GraphNode } from '../../model/process-graph.ts';
import type { EndReason, Token } from '../instance-state.ts';
import type { Run } from '../run.ts';
import { openSubscription } from './subscription.ts';
import { openTimer } from './timer.ts';
import { triggerOf } from './trigger-of.ts';

/**
 * Puts a token to rest until its trigger occurs; `seer` is the token whose variables expressions see. Errors and
 * escalations are looked for when they are thrown: nothing waits for them.
 */
export function openWait(run: Run, node: GraphNode, token: Token, trigger: CatchTrigger, seer: Token): void {
  switch (trigger.on) {
    case 'timer':
      openTimer(run, node, token, trigger.timer, seer);
      return;
    case 'message':
      openSubscription(run, node, token, 'message', trigger.message, seer);
      return;
    case 'signal':
      openSubscription(run, node, token, 'signal', trigger.signal, seer);
      return;
    default:
  }
}

/** Reports that what a token waited for is over. */
export function endTriggerWait(run: Run, node: GraphNode, token: Token, reason: EndReason): void {
  const type = triggerOf(node)?.on === 'timer' ? 'timer-ended' : 'subscription-ended';
  run.emit({ type, token: token.i, elementId: node.id, reason });
}
