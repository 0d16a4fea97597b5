import { isDynamicText } from '../checked-values.ts';
import type { CatchTrigger } from '../process-graph.ts';
import type { GraphRule } from './graph-rule.ts';

/** A start event of the process waits before there is an instance, so that nothing can be evaluated for its name or time. */
export const startNames: GraphRule = (graph, report) => {
  for (const id of graph.eventStarts ?? []) {
    const node = graph.nodes[id];
    const text = node?.kind === 'start-event' && node.trigger !== undefined ? textOf(node.trigger) : '';
    if (!isDynamicText(text)) continue;
    const message = `The start event "${id}" waits for "${text}", but there are no variables before an instance has started; write it out`;
    report.add('start-expression', { elementId: id }, message, { value: text });
  }
};

function textOf(trigger: CatchTrigger): string {
  switch (trigger.on) {
    case 'timer':
      return trigger.timer.duration ?? trigger.timer.date ?? trigger.timer.cycle ?? '';
    case 'message':
      return trigger.message;
    case 'signal':
      return trigger.signal;
    default:
      return '';
  }
}
