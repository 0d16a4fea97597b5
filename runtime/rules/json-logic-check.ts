import { isRule, OPERATOR_NAMES } from './json-logic-compile.ts';
import { FORBIDDEN_NAMES } from './json-logic-data.ts';

/** One place of a rule that is refused. `path` leads to it from the rule's root, e.g. `and[1].==[0]`. */
export interface JsonLogicFinding {
  readonly rule:
    | 'json-logic-not-a-rule'
    | 'json-logic-operator'
    | 'json-logic-object'
    | 'json-logic-name'
    | 'json-logic-depth'
    | 'json-logic-size';
  readonly path: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

const MAX_DEPTH = 32;
const MAX_NODES = 2_000;

/**
 * What speaks against running `rule`: text in place of a rule (JavaScript, in Form.io's fields), operators
 * outside the standard set, objects that are no rule, names that lead out of the data, too deep or too large.
 */
export function checkJsonLogic(rule: unknown): JsonLogicFinding[] {
  if (typeof rule !== 'object' || rule === null) {
    return [
      {
        rule: 'json-logic-not-a-rule',
        path: '',
        message: `A JSONLogic rule is an object; ${typeof rule === 'string' ? 'text (JavaScript) is' : 'this is'} not allowed here`,
        params: { type: rule === null ? 'null' : typeof rule },
      },
    ];
  }
  const findings: JsonLogicFinding[] = [];
  const state = { nodes: 0 };
  visit(rule, '', 0, state, findings);
  return findings;
}

function visit(
  node: unknown,
  path: string,
  depth: number,
  state: { nodes: number },
  findings: JsonLogicFinding[],
): void {
  state.nodes += 1;
  if (state.nodes === MAX_NODES + 1) {
    findings.push({
      rule: 'json-logic-size',
      path,
      message: `The rule has more than ${MAX_NODES} parts; split it`,
      params: { max: MAX_NODES },
    });
  }
  if (state.nodes > MAX_NODES || typeof node !== 'object' || node === null) return;
  if (depth > MAX_DEPTH) {
    findings.push({
      rule: 'json-logic-depth',
      path,
      message: `The rule is nested deeper than ${MAX_DEPTH} levels`,
      params: { max: MAX_DEPTH },
    });
    return;
  }
  if (Array.isArray(node)) {
    node.forEach((item, index) => {
      visit(item, `${path}[${index}]`, depth + 1, state, findings);
    });
    return;
  }
  if (!isRule(node)) {
    if (Object.keys(node).length > 0) findings.push(notARule(node, path));
    return;
  }
  const [[operator, operand] = ['', undefined]] = Object.entries(node);
  if (!OPERATOR_NAMES.has(operator)) findings.push(unknownOperator(operator, path));
  if (operator === 'var' || operator === 'missing' || operator === 'missing_some') {
    checkNames(operand, join(path, operator), findings);
  }
  visit(operand, join(path, operator), depth + 1, state, findings);
}

function checkNames(operand: unknown, path: string, findings: JsonLogicFinding[]): void {
  for (const name of [operand].flat(2)) {
    if (typeof name !== 'string' || !name.split('.').some((step) => FORBIDDEN_NAMES.has(step))) continue;
    findings.push({
      rule: 'json-logic-name',
      path,
      message: `"${name}" leads out of the data; use the name of a component`,
      params: { name },
    });
  }
}

function notARule(node: object, path: string): JsonLogicFinding {
  const keys = Object.keys(node).join(', ');
  return {
    rule: 'json-logic-object',
    path,
    message: `An object with the keys ${keys} is not a rule; a rule has one key, its operator`,
    params: { keys },
  };
}

function unknownOperator(operator: string, path: string): JsonLogicFinding {
  return {
    rule: 'json-logic-operator',
    path,
    message: `The operator "${operator}" is not one of the standard operators of JSONLogic`,
    params: { operator },
  };
}

const join = (path: string, step: string): string => (path === '' ? step : `${path}.${step}`);
