import { checkJsonLogic } from './json-logic-check.ts';
import { compileNode } from './json-logic-compile.ts';
import { Meter, RuleBudgetError } from './json-logic-meter.ts';

/** Units of work one evaluation may spend: operator calls, visited items and characters it builds. */
export const DEFAULT_BUDGET = 100_000;

/** A JSONLogic rule compiled to closures. It holds no state: one instance may serve any number of evaluations. */
export interface JsonLogicRule {
  /**
   * The rule's value over `data` (plain JSON; read by own properties only, never changed). A rule that fails
   * on the types it meets answers `null`, as Form.io's evaluator does.
   * @throws RuleBudgetError when the rule does more than `budget` units of work.
   */
  evaluate(data: unknown, budget?: number): unknown;
}

/** A rule that `checkJsonLogic` refuses was given to the compiler. */
export class JsonLogicError extends Error {
  override readonly name = 'JsonLogicError';
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/**
 * Compiles a JSONLogic rule. Only the operators of jsonlogic.com are known (`log` is refused, for it writes to
 * the console); nothing in a rule can reach a function, a prototype or anything but `data`.
 * @throws JsonLogicError naming the first place that is refused.
 */
export function compileJsonLogic(rule: unknown): JsonLogicRule {
  const [first] = checkJsonLogic(rule);
  if (first !== undefined) throw new JsonLogicError(first.path, first.message);
  const run = compileNode(rule);
  return {
    evaluate(data, budget = DEFAULT_BUDGET) {
      try {
        return run(data, new Meter(budget));
      } catch (error) {
        if (error instanceof RuleBudgetError) throw error;
        return null;
      }
    },
  };
}

export { checkJsonLogic } from './json-logic-check.ts';
export { RuleBudgetError } from './json-logic-meter.ts';
