import endEventRequired from 'bpmnlint/rules/end-event-required.js';
import fakeJoin from 'bpmnlint/rules/fake-join.js';
import labelRequired from 'bpmnlint/rules/label-required.js';
import noComplexGateway from 'bpmnlint/rules/no-complex-gateway.js';
import noDisconnected from 'bpmnlint/rules/no-disconnected.js';
import noDuplicateSequenceFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js';
import noImplicitEnd from 'bpmnlint/rules/no-implicit-end.js';
import noImplicitSplit from 'bpmnlint/rules/no-implicit-split.js';
import noImplicitStart from 'bpmnlint/rules/no-implicit-start.js';
import singleBlankStartEvent from 'bpmnlint/rules/single-blank-start-event.js';
import startEventRequired from 'bpmnlint/rules/start-event-required.js';
import subProcessBlankStartEvent from 'bpmnlint/rules/sub-process-blank-start-event.js';
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway.js';
import { type PlanRuleWords, planRules } from './plan-rules.ts';

type Severity = 'error' | 'warn';

/** The rules drawn from bpmnlint, one line each. */
const shared: Readonly<Record<string, readonly [() => unknown, Severity]>> = {
  'end-event-required': [endEventRequired, 'error'],
  'fake-join': [fakeJoin, 'warn'],
  'label-required': [labelRequired, 'warn'],
  'no-complex-gateway': [noComplexGateway, 'error'],
  'no-disconnected': [noDisconnected, 'error'],
  'no-duplicate-sequence-flows': [noDuplicateSequenceFlows, 'error'],
  'no-implicit-end': [noImplicitEnd, 'error'],
  'no-implicit-split': [noImplicitSplit, 'error'],
  'no-implicit-start': [noImplicitStart, 'error'],
  'single-blank-start-event': [singleBlankStartEvent, 'error'],
  'start-event-required': [startEventRequired, 'error'],
  'sub-process-blank-start-event': [subProcessBlankStartEvent, 'error'],
  'superfluous-gateway': [superfluousGateway, 'warn'],
};

/** bpmnlint's configuration with a resolver that finds every rule in the bundle. */
export function lintConfig(words: PlanRuleWords) {
  const own = planRules(words);
  const rules: Record<string, Severity> = {};
  for (const [name, [, severity]] of Object.entries(shared)) rules[name] = severity;
  for (const name of Object.keys(own)) rules[`plan/${name}`] = 'error';
  return {
    config: { rules },
    resolver: {
      resolveRule(pkg: string, name: string) {
        const rule = pkg === 'bpmnlint' ? shared[name]?.[0] : own[name];
        if (!rule) throw new Error(`There is no lint rule ${pkg}/${name}; list it in designer/bpmn/lint.ts.`);
        return rule;
      },
      resolveConfig(pkg: string, name: string): never {
        throw new Error(`There is no lint configuration ${pkg}/${name}.`);
      },
    },
  };
}
