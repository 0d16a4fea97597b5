import { deployable } from '../../model/deployable.ts';
import { bpmnText } from '../../model/fixtures/bpmn-text.ts';

/** Something that Camunda 7 executes and a plan may not hold, in a file that is fine otherwise. */
interface RefusedSample {
  readonly what: string;
  /** inside of a process; the element in question is `x` */
  readonly xml: string;
}

const USER = 'camunda:candidateGroups="people"';

const sample = (what: string, element: string): RefusedSample => ({
  what,
  xml: `<bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="x" />${element}<bpmn:sequenceFlow id="g" sourceRef="x" targetRef="e" /><bpmn:endEvent id="e" />`,
});

const SAMPLES: readonly RefusedSample[] = [
  sample('transaction', '<bpmn:transaction id="x"></bpmn:transaction>'),
  sample('ad-hoc subprocess', '<bpmn:adHocSubProcess id="x"></bpmn:adHocSubProcess>'),
  sample('complex gateway', '<bpmn:complexGateway id="x" />'),
  sample(
    'compensation event',
    '<bpmn:intermediateThrowEvent id="x"><bpmn:compensateEventDefinition /></bpmn:intermediateThrowEvent>',
  ),
  sample('activity for compensation', `<bpmn:userTask id="x" isForCompensation="true" ${USER} />`),
  sample(
    'conditional event',
    `<bpmn:intermediateCatchEvent id="x"><bpmn:conditionalEventDefinition><bpmn:condition>\${a}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>`,
  ),
  sample(
    'standard loop',
    `<bpmn:userTask id="x" ${USER}><bpmn:standardLoopCharacteristics /></bpmn:userTask>`,
  ),
  sample('`camunda:class`', '<bpmn:serviceTask id="x" camunda:class="com.example.Work" />'),
  sample('`camunda:expression`', `<bpmn:serviceTask id="x" camunda:expression="\${bean.work()}" />`),
  sample('`camunda:delegateExpression`', `<bpmn:serviceTask id="x" camunda:delegateExpression="\${bean}" />`),
  sample(
    'connector',
    '<bpmn:serviceTask id="x"><bpmn:extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>',
  ),
  sample(
    'script in another language',
    '<bpmn:scriptTask id="x" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>',
  ),
  sample(
    'execution listener',
    `<bpmn:userTask id="x" ${USER}><bpmn:extensionElements><camunda:executionListener event="start" class="a.B" /></bpmn:extensionElements></bpmn:userTask>`,
  ),
  sample(
    'task listener',
    `<bpmn:userTask id="x" ${USER}><bpmn:extensionElements><camunda:taskListener event="create" class="a.B" /></bpmn:extensionElements></bpmn:userTask>`,
  ),
  sample(
    'generated form',
    `<bpmn:userTask id="x" ${USER}><bpmn:extensionElements><camunda:formData /></bpmn:extensionElements></bpmn:userTask>`,
  ),
  sample('`camunda:formRef`', `<bpmn:userTask id="x" camunda:formRef="form" ${USER} />`),
  sample('user task that names nobody', '<bpmn:userTask id="x" />'),
  {
    what: 'branching exclusive gateway without a default flow',
    xml: `<bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="x" /><bpmn:exclusiveGateway id="x" /><bpmn:sequenceFlow id="a" sourceRef="x" targetRef="e"><bpmn:conditionExpression>\${p}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id="b" sourceRef="x" targetRef="e"><bpmn:conditionExpression>\${q}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:endEvent id="e" />`,
  },
  {
    what: 'condition on a flow out of a parallel gateway',
    xml: `<bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="x" /><bpmn:parallelGateway id="x" /><bpmn:sequenceFlow id="a" sourceRef="x" targetRef="e"><bpmn:conditionExpression>\${p}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id="b" sourceRef="x" targetRef="e" /><bpmn:endEvent id="e" />`,
  },
];

export interface Refusal {
  readonly what: string;
  /** what the deployment says; undefined when it was accepted after all */
  readonly message: string | undefined;
}

/** Deploys each sample and gives the sentence with which it is refused. */
export async function refusals(): Promise<Refusal[]> {
  const found: Refusal[] = [];
  for (const { what, xml } of SAMPLES) {
    const { findings } = await deployable(bpmnText(xml));
    found.push({ what, message: findings[0]?.message });
  }
  return found;
}
