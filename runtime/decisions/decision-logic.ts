import type { Variables } from '../expressions/expression.ts';
import type { DecisionTable, Hit } from './decision-table.ts';
import { evaluateTable } from './evaluate-table.ts';
import type { FeelExpression } from './feel.ts';
import { convert, toJson } from './value-types.ts';

/** How one decision of a file comes to its result. */
export type DecisionLogic =
  | { readonly kind: 'table'; readonly table: DecisionTable }
  | {
      readonly kind: 'literal';
      readonly name: string;
      readonly type?: string;
      readonly expression: FeelExpression;
    };

export interface CompiledDecision {
  readonly key: string;
  readonly logic: DecisionLogic;
  /** keys of the decisions whose results it reads, in document order */
  readonly requires: readonly string[];
}

/** Told of each table that is evaluated: its decision, and which of its rules match, from 0. */
export type OnMatch = (decision: string, rules: readonly number[]) => void;

/** Evaluates a decision and first those that it requires; each once. */
export function evaluateDecision(
  key: string,
  decisions: ReadonlyMap<string, CompiledDecision>,
  variables: Variables,
  onMatch: OnMatch = () => {},
): readonly Hit[] {
  const seen: Record<string, unknown> = { ...variables };
  const done = new Map<string, readonly Hit[]>();
  const evaluate = (wanted: string): readonly Hit[] => {
    const decision = decisions.get(wanted);
    const known = done.get(wanted);
    if (decision === undefined || known !== undefined) return known ?? [];
    for (const required of decision.requires)
      Object.assign(seen, asVariables(decisions.get(required), evaluate(required)));
    const hits = evaluateLogic(decision.logic, seen, (rules) => onMatch(wanted, rules));
    done.set(wanted, hits);
    return hits;
  };
  return evaluate(key);
}

function evaluateLogic(
  logic: DecisionLogic,
  variables: Variables,
  onMatch: (rules: readonly number[]) => void,
): readonly Hit[] {
  if (logic.kind === 'table') return evaluateTable(logic.table, variables, onMatch);
  const where = `the decision's variable "${logic.name}"`;
  return [{ [logic.name]: toJson(convert(logic.expression(variables), logic.type, where), where) }];
}

/** Camunda 7: one row gives its values; several, and tables that collect, give a list for each output. */
function asVariables(decision: CompiledDecision | undefined, hits: readonly Hit[]): Variables {
  const [first] = hits;
  if (decision === undefined || first === undefined) return {};
  if (hits.length === 1 && !collects(decision.logic)) return first;
  const names = new Set(hits.flatMap((hit) => Object.keys(hit)));
  return Object.fromEntries(
    [...names].map((name) => [name, hits.filter((hit) => Object.hasOwn(hit, name)).map((hit) => hit[name])]),
  );
}

function collects(logic: DecisionLogic): boolean {
  if (logic.kind === 'literal') return false;
  const { hitPolicy, aggregator } = logic.table;
  return hitPolicy === 'RULE ORDER' || (hitPolicy === 'COLLECT' && aggregator === undefined);
}
