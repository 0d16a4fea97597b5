import type { RuledValue } from '@oneplan/runtime/plan/entries/ruled-value.ts';
import { checkJsonLogic, compileJsonLogic, RuleBudgetError } from '@oneplan/runtime/rules/json-logic.ts';

/** What a rule answers to one of its examples. */
export interface VectorAnswer {
  readonly answer: unknown;
  readonly right: boolean;
}

/** Runs every example of a rule; null: the rule itself can not be run. */
export function runVectors({ logic, vectors }: RuledValue): readonly VectorAnswer[] | null {
  if (checkJsonLogic(logic).length > 0) return null;
  const rule = compileJsonLogic(logic);
  return vectors.map(({ given, expected }) => {
    try {
      const answer = rule.evaluate(given) ?? null;
      return { answer, right: JSON.stringify(answer) === JSON.stringify(expected) };
    } catch (error) {
      if (error instanceof RuleBudgetError) return { answer: null, right: false };
      throw error;
    }
  });
}

/** Names of the fields that a rule looks at, in the order in which it names them. */
export function fieldsOf(logic: unknown): readonly string[] {
  const found = new Set<string>();
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [operator, value] of Object.entries(node)) {
      const [name] = [value].flat();
      if (operator === 'var' && typeof name === 'string' && !['', 'current', 'accumulator'].includes(name))
        found.add(name);
      else visit(value);
    }
  };
  visit(logic);
  return [...found];
}
