import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';

const icons: Readonly<Record<string, string>> = {
  'bpmn:UserTask': 'user-task',
  'bpmn:ServiceTask': 'service-task',
  'bpmn:ScriptTask': 'script-task',
  'bpmn:BusinessRuleTask': 'business-rule-task',
  'bpmn:SendTask': 'send-task',
  'bpmn:ReceiveTask': 'receive-task',
  'bpmn:CallActivity': 'call-activity',
  'bpmn:SubProcess': 'subprocess-expanded',
  'bpmn:ExclusiveGateway': 'gateway-xor',
  'bpmn:ParallelGateway': 'gateway-parallel',
  'bpmn:InclusiveGateway': 'gateway-or',
  'bpmn:EventBasedGateway': 'gateway-eventbased',
  'bpmn:StartEvent': 'start-event-none',
  'bpmn:EndEvent': 'end-event-none',
  'bpmn:SequenceFlow': 'connection',
  'bpmn:Process': 'participant',
};

/** The class of the letter that bpmn-font has for an element. */
export function iconOf(element: ModelElement): string {
  const definitions = element.businessObject.get('eventDefinitions') as
    | readonly { readonly $type: string }[]
    | undefined;
  const isTimer = definitions?.some(({ $type }) => $type === 'bpmn:TimerEventDefinition');
  if (is(element, 'bpmn:BoundaryEvent') || is(element, 'bpmn:IntermediateCatchEvent'))
    return `bpmn-icon-intermediate-event-catch-${isTimer ? 'timer' : 'message'}`;
  return `bpmn-icon-${icons[element.type] ?? 'task'}`;
}
