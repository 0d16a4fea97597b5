/** What an officer can put into a flow: what the engine executes and a plan needs, nothing else. */

export const elementKindKeys = [
  'userTask',
  'action',
  'choice',
  'parallel',
  'timer',
  'message',
  'subflow',
  'decisionTable',
  'end',
  'start',
] as const;
export type ElementKindKey = (typeof elementKindKeys)[number];

export interface ElementKind {
  readonly key: ElementKindKey;
  readonly type: string;
  readonly eventDefinitionType?: string;
  /** class of the letter that bpmn-font has for it */
  readonly icon: string;
  /** Whether something can come before it. */
  readonly follows: boolean;
}

export const elementKinds: readonly ElementKind[] = [
  { key: 'userTask', type: 'bpmn:UserTask', icon: 'bpmn-icon-user-task', follows: true },
  { key: 'action', type: 'bpmn:ServiceTask', icon: 'bpmn-icon-service-task', follows: true },
  { key: 'choice', type: 'bpmn:ExclusiveGateway', icon: 'bpmn-icon-gateway-xor', follows: true },
  { key: 'parallel', type: 'bpmn:ParallelGateway', icon: 'bpmn-icon-gateway-parallel', follows: true },
  {
    key: 'timer',
    type: 'bpmn:IntermediateCatchEvent',
    eventDefinitionType: 'bpmn:TimerEventDefinition',
    icon: 'bpmn-icon-intermediate-event-catch-timer',
    follows: true,
  },
  {
    key: 'message',
    type: 'bpmn:IntermediateCatchEvent',
    eventDefinitionType: 'bpmn:MessageEventDefinition',
    icon: 'bpmn-icon-intermediate-event-catch-message',
    follows: true,
  },
  { key: 'subflow', type: 'bpmn:CallActivity', icon: 'bpmn-icon-call-activity', follows: true },
  {
    key: 'decisionTable',
    type: 'bpmn:BusinessRuleTask',
    icon: 'bpmn-icon-business-rule-task',
    follows: true,
  },
  { key: 'end', type: 'bpmn:EndEvent', icon: 'bpmn-icon-end-event-none', follows: true },
  { key: 'start', type: 'bpmn:StartEvent', icon: 'bpmn-icon-start-event-none', follows: false },
];

/** The kinds that can stand behind another one, in the order in which they are offered. */
export const followingKinds = elementKinds.filter(({ follows }) => follows);

export function kindOf(key: ElementKindKey): ElementKind {
  const kind = elementKinds.find((it) => it.key === key);
  if (!kind) throw new RangeError(`There is no element kind ${key}.`);
  return kind;
}
