import type { Variables } from '../../expressions/expression.ts';
import type { BusinessRuleTaskNode } from '../../model/process-graph.ts';
import type { Behaviour } from '../behaviour.ts';
import { EngineError } from '../engine-error.ts';
import { evaluateText, failed } from '../evaluate.ts';
import { leave } from '../leave.ts';
import type { Run } from '../run.ts';
import { setVariables, visibleVariables } from '../variable-scopes.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Evaluates a decision of the bundle on the way. */
export const businessRuleTask: Behaviour<BusinessRuleTaskNode> = {
  enter(run, node, token) {
    run.rest(token);
    const rows = decide(run, node, visibleVariables(run, token));
    if (node.resultVariable !== undefined)
      setVariables(run, token, { [node.resultVariable]: RESULTS[node.mapResult](rows, node) });
    leave(run, node, run.latest(token));
  },
};

function decide(run: Run, node: BusinessRuleTaskNode, variables: Variables): Rows {
  const origin = { elementId: node.id, attribute: 'decisionRef' };
  const key = evaluateText(node.decision, variables, origin);
  const decision = key === undefined ? undefined : run.context.decision?.(key);
  if (decision === undefined)
    throw failed(origin, `there is no decision "${key ?? ''}"; publish it in the same bundle`);
  try {
    return decision.evaluate(variables);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `The decision "${key}" of "${node.id}" cannot be evaluated: ${reason}`;
    throw new EngineError('DECISION', message, node.id, { cause });
  }
}

/** camunda:mapDecisionResult (Camunda 7 manual, "Mapping of the Decision Result"). */
const RESULTS: Readonly<
  Record<BusinessRuleTaskNode['mapResult'], (rows: Rows, node: BusinessRuleTaskNode) => unknown>
> = {
  singleEntry: (rows, node) => {
    const row = only(rows, node);
    return row === undefined ? null : entry(row, node);
  },
  singleResult: (rows, node) => only(rows, node) ?? null,
  collectEntries: (rows, node) => rows.map((row) => entry(row, node)),
  resultList: (rows) => rows,
};

function only(rows: Rows, node: BusinessRuleTaskNode): Rows[number] | undefined {
  if (rows.length > 1) throw refused(node, `${rows.length} rules give a result`);
  return rows[0];
}

function entry(row: Rows[number], node: BusinessRuleTaskNode): unknown {
  const values = Object.values(row);
  if (values.length > 1) throw refused(node, 'the decision has more than one output');
  return values[0] ?? null;
}

function refused(node: BusinessRuleTaskNode, reason: string): EngineError {
  const message = `The result of the decision of "${node.id}" cannot be mapped as ${node.mapResult}: ${reason}; use another mapDecisionResult`;
  return new EngineError('DECISION', message, node.id);
}
