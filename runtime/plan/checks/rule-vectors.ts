import { checkJsonLogic, compileJsonLogic, RuleBudgetError } from '../../rules/json-logic.ts';
import { sameJson } from '../elements/json-value.ts';
import type { RuledValue } from '../entries/ruled-value.ts';
import type { PlanReport } from '../finding.ts';
import type { JsonPath } from '../json-source.ts';
import type { PlanCheck } from './plan-under-check.ts';

/** Every rule of the plan can be run, and answers each of its examples as the example says. */
export const ruleVectors: PlanCheck = ({ manifest }, report) => {
  manifest.indicators?.forEach(({ code, rule }, index) => {
    if (rule) run(`indicator ${code}`, rule, ['indicators', index, 'rule'], report);
  });
  manifest.rules?.forEach(({ name, rule }, index) => {
    run(name, rule, ['rules', index, 'rule'], report);
  });
};

function run(owner: string, { logic, vectors }: RuledValue, path: JsonPath, report: PlanReport): void {
  const findings = checkJsonLogic(logic);
  for (const { path: place, message } of findings)
    report.atManifest([...path, 'logic'], 'rule-logic', `The rule of ${owner}: ${message}.`, {
      owner,
      place,
      reason: message,
    });
  if (findings.length > 0) return;
  const rule = compileJsonLogic(logic);
  vectors.forEach(({ given, expected }, index) => {
    const answer = answerOf(rule, given);
    if (sameJson(answer, expected)) return;
    const told = JSON.stringify(answer) ?? 'nothing';
    report.atManifest(
      [...path, 'vectors', index],
      'rule-vector',
      `The rule of ${owner} answers ${told} to ${JSON.stringify(given)}, and ${JSON.stringify(expected)} is expected.`,
      { owner, answer: told, expected: JSON.stringify(expected) },
    );
  });
}

function answerOf(rule: ReturnType<typeof compileJsonLogic>, given: unknown): unknown {
  try {
    return rule.evaluate(given);
  } catch (error) {
    if (error instanceof RuleBudgetError) return error.message;
    throw error;
  }
}
