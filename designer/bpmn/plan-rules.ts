/** What a plan asks of a process beyond BPMN, as bpmnlint rules; the server checks the same again. */

import { childrenOf, type ModdleElement, textOf } from '@oneplan/runtime/model/moddle-element.ts';
import { inputOf } from './flow/moddle-patch.ts';
import { templateOf } from './templates/action-templates.ts';

export const planRuleNames = [
  'form',
  'role',
  'action',
  'actionInput',
  'otherwise',
  'condition',
  'timer',
  'message',
  'subflow',
  'decision',
] as const;
type PlanRuleName = (typeof planRuleNames)[number];

/** What each rule says of an element that breaks it. */
export type PlanRuleWords = Readonly<Record<PlanRuleName, string>>;

export interface LintReporter {
  report(id: string, message: string, path?: readonly string[]): void;
}

export type LintRule = () => { check(node: ModdleElement, reporter: LintReporter): void };

type Holds = (node: ModdleElement) => boolean;

const filled = (node: ModdleElement, property: string) => textOf(node, property) !== undefined;

const decides = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']);
const branches = (node: ModdleElement) => childrenOf(node, 'outgoing').length > 1;

const definitionOf = (node: ModdleElement, type: string) =>
  childrenOf(node, 'eventDefinitions').find(({ $type }) => $type === type);

const timerHolds: Holds = (node) => {
  const timer = definitionOf(node, 'bpmn:TimerEventDefinition');
  return !timer || ['timeDuration', 'timeDate', 'timeCycle'].some((name) => timer.get(name) !== undefined);
};

const messageHolds: Holds = (node) => {
  const message = definitionOf(node, 'bpmn:MessageEventDefinition');
  return !message || message.get('messageRef') !== undefined;
};

/** A way out of a gateway says when it is taken, or is the one for all other cases. */
const conditionHolds: Holds = (node) => {
  const source = node.get('sourceRef') as ModdleElement | undefined;
  if (!source || !decides.has(source.$type) || !branches(source)) return true;
  return node.get('conditionExpression') !== undefined || source.get('default') === node;
};

const inputsHold: Holds = (node) =>
  (templateOf(textOf(node, 'camunda:topic'))?.inputs ?? []).every(
    ({ name }) => inputOf(node, name) !== undefined,
  );

const otherwiseHolds: Holds = (node) => !branches(node) || node.get('default') !== undefined;

const peopleHold: Holds = (node) =>
  ['candidateGroups', 'assignee', 'candidateUsers'].some((name) => filled(node, `camunda:${name}`));

/** One line a rule: the type of element that it is about, and what must hold. */
const rules: Readonly<Record<PlanRuleName, readonly (readonly [type: string, holds: Holds])[]>> = {
  form: [['bpmn:UserTask', (node) => filled(node, 'camunda:formKey')]],
  role: [['bpmn:UserTask', peopleHold]],
  action: [['bpmn:ServiceTask', (node) => filled(node, 'camunda:topic')]],
  actionInput: [['bpmn:ServiceTask', inputsHold]],
  otherwise: [
    ['bpmn:ExclusiveGateway', otherwiseHolds],
    ['bpmn:InclusiveGateway', otherwiseHolds],
  ],
  condition: [['bpmn:SequenceFlow', conditionHolds]],
  timer: [
    ['bpmn:IntermediateCatchEvent', timerHolds],
    ['bpmn:BoundaryEvent', timerHolds],
  ],
  message: [
    ['bpmn:IntermediateCatchEvent', messageHolds],
    ['bpmn:BoundaryEvent', messageHolds],
  ],
  subflow: [['bpmn:CallActivity', (node) => filled(node, 'calledElement')]],
  decision: [['bpmn:BusinessRuleTask', (node) => filled(node, 'camunda:decisionRef')]],
};

export function planRules(words: PlanRuleWords): Readonly<Record<string, LintRule>> {
  return Object.fromEntries(
    planRuleNames.map((name) => [
      name,
      () => ({
        check(node: ModdleElement, reporter: LintReporter) {
          const broken = rules[name].some(([type, holds]) => node.$type === type && !holds(node));
          if (broken) reporter.report(String(node.get('id')), words[name]);
        },
      }),
    ]),
  );
}
