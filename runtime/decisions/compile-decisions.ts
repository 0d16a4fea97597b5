import type { Decision } from '../engine/decision.ts';
import type { Finding } from '../model/finding.ts';
import { childOf, childrenOf, idOf, type ModdleElement, textOf, typeName } from '../model/moddle-element.ts';
import type { Report } from '../model/report.ts';
import { compileTable, feelOf } from './compile-table.ts';
import { type CompiledDecision, type DecisionLogic, evaluateDecision } from './decision-logic.ts';
import { DECISION_LIMITS } from './limits.ts';
import { readDecisions } from './read-decisions.ts';

export interface CompiledDecisions {
  /** every decision of the file; empty when there is any finding */
  readonly decisions: readonly Decision[];
  /** why the file is refused; empty when it may be published */
  readonly findings: readonly Finding[];
}

/**
 * Reads a DMN 1.3 file (as text) and compiles its decisions: tables and literal expressions in FEEL, with the
 * decisions that they require. Total: the answer is decisions or findings, never an exception.
 */
export async function compileDecisions(xml: string): Promise<CompiledDecisions> {
  const { compiled, findings } = await compileFile(xml);
  const decisions = [...compiled.keys()].map(
    (key): Decision => ({ key, evaluate: (variables) => evaluateDecision(key, compiled, variables) }),
  );
  return { decisions, findings };
}

/** The same, with the logic of each decision open, so that a trial can tell which rules applied. */
export async function compileFile(xml: string): Promise<{
  readonly compiled: ReadonlyMap<string, CompiledDecision>;
  readonly findings: readonly Finding[];
}> {
  const { decisions: elements, report } = await readDecisions(xml);
  const compiled = new Map<string, CompiledDecision>();
  for (const element of elements) {
    const decision = decisionOf(element, report);
    if (decision !== undefined) compiled.set(decision.key, decision);
  }
  if (report.findings.length === 0) checkRequirements(compiled, report);
  if (report.findings.length > 0) return { compiled: new Map(), findings: report.findings };
  return { compiled, findings: [] };
}

function decisionOf(element: ModdleElement, report: Report): CompiledDecision | undefined {
  const key = idOf(element);
  if (key === '') {
    report.add('id-invalid', {}, 'A decision has no id; give it one', { id: '', type: 'decision' });
    return undefined;
  }
  const logic = logicOf(key, element, report);
  const requires = childrenOf(element, 'informationRequirement').flatMap((requirement) => {
    const required = childOf(requirement, 'requiredDecision');
    return required === undefined ? [] : [(textOf(required, 'href') ?? '').replace(/^#/, '')];
  });
  return logic === undefined ? undefined : { key, logic, requires };
}

function logicOf(key: string, element: ModdleElement, report: Report): DecisionLogic | undefined {
  const logic = childOf(element, 'decisionLogic');
  if (logic?.$type === 'dmn:DecisionTable') {
    const table = compileTable(logic, report);
    return table === undefined ? undefined : { kind: 'table', table };
  }
  if (logic?.$type === 'dmn:LiteralExpression') return literalOf(key, element, logic, report);
  const type = logic === undefined ? 'decision without logic' : typeName(logic);
  const advice = 'use a decision table or a literal expression';
  const message = `The logic of the decision "${key}" (${type}) is not supported; ${advice}`;
  report.add('unsupported-element', { elementId: key }, message, { type, advice });
  return undefined;
}

function literalOf(
  key: string,
  element: ModdleElement,
  logic: ModdleElement,
  report: Report,
): DecisionLogic | undefined {
  const variable = childOf(element, 'variable');
  const name = variable === undefined ? undefined : textOf(variable, 'name');
  const expression = feelOf(logic, report);
  const type = variable === undefined ? undefined : textOf(variable, 'typeRef');
  if (name !== undefined && expression !== undefined)
    return { kind: 'literal', name, expression, ...(type !== undefined && { type }) };
  const attribute = name === undefined ? 'variable' : 'text';
  const message = `The decision "${key}" has no ${attribute}; add it`;
  if (name === undefined || textOf(logic, 'text') === undefined)
    report.add('value-missing', { elementId: key }, message, { attribute });
  return undefined;
}

/** Required decisions are in the same file, and none requires itself, however indirectly. */
function checkRequirements(decisions: ReadonlyMap<string, CompiledDecision>, report: Report): void {
  const levels = new Map<string, number>();
  const walk = (key: string, path: readonly string[]): number => {
    const known = levels.get(key);
    if (known !== undefined) return known;
    let level = 0;
    for (const required of decisions.get(key)?.requires ?? []) {
      const reason = problemOf(required, [...path, key], decisions);
      if (reason === undefined) level = Math.max(level, walk(required, [...path, key]) + 1);
      else refuseRequirement(key, required, reason, report);
    }
    if (level > DECISION_LIMITS.requiredDepth)
      refuseRequirement(key, '', 'needs too many levels of decisions; flatten them', report);
    levels.set(key, level);
    return level;
  };
  for (const key of decisions.keys()) walk(key, []);
}

function problemOf(
  required: string,
  path: readonly string[],
  decisions: ReadonlyMap<string, CompiledDecision>,
): string | undefined {
  if (!decisions.has(required)) return 'is not in this file; put it there';
  return path.includes(required) ? 'requires it again; break the circle' : undefined;
}

function refuseRequirement(key: string, required: string, reason: string, report: Report): void {
  const message = `The decision "${key}" requires "${required}", which ${reason}`;
  const params = { attribute: 'requiredDecision', value: required };
  report.add('value-invalid', { elementId: key }, message, params);
}
