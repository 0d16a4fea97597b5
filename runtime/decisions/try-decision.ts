import type { Variables } from '../expressions/expression.ts';
import type { Finding } from '../model/finding.ts';
import { compileFile } from './compile-decisions.ts';
import { DecisionError } from './decision-error.ts';
import type { CompiledDecision } from './decision-logic.ts';
import { evaluateDecision } from './decision-logic.ts';
import type { Hit } from './decision-table.ts';

/** What a decision answers to some values, and which rules led there. */
export interface Trial {
  /** One record of outputs for each rule that the hit policy lets through. */
  readonly results: readonly Hit[];
  /** Rules that match, from 0, by the decision whose table they are in. */
  readonly matching: ReadonlyMap<string, readonly number[]>;
  /** Why there is no result: an input of another type, or rules that the hit policy does not allow together. */
  readonly problem?: string;
}

/** A decision that can be tried any number of times. */
export interface DecisionToTry {
  /** why it cannot be evaluated at all; empty: it can */
  readonly findings: readonly Finding[];
  readonly decide: (variables: Variables) => Trial;
}

/** Compiles a DMN file once, to try the decision of a key with value after value. Total. */
export async function decisionToTry(xml: string, key: string): Promise<DecisionToTry> {
  const { compiled, findings } = await compileFile(xml);
  return { findings, decide: (variables) => decide(key, compiled, variables) };
}

function decide(key: string, compiled: ReadonlyMap<string, CompiledDecision>, variables: Variables): Trial {
  const matching = new Map<string, readonly number[]>();
  try {
    const results = evaluateDecision(key, compiled, variables, (decision, rules) => {
      matching.set(decision, rules);
    });
    return { results, matching };
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    return { results: [], matching, problem: error.message };
  }
}
