import { describe, expect, test } from '@jest/globals';
import { childrenOf, type ModdleElement } from '@oneplan/runtime/model/moddle-element.ts';
import { readXml } from '@oneplan/runtime/model/read-xml.ts';
import { flowText } from '@oneplan/runtime/plan/fixtures/plan-text.ts';
import { shippedContent } from '@oneplan/runtime/plan/fixtures/shipped-content.ts';
import { type PlanRuleWords, planRuleNames, planRules } from './plan-rules.ts';

const words = Object.fromEntries(planRuleNames.map((name) => [name, name])) as PlanRuleWords;

/** `rule element` of every element of the file that breaks a rule. */
async function found(xml: string): Promise<string[]> {
  const { definitions } = await readXml(xml);
  if (!definitions) throw new Error('The file cannot be read.');
  const rules = Object.values(planRules(words)).map((rule) => rule());
  const reports: string[] = [];
  const visit = (node: ModdleElement) => {
    for (const rule of rules)
      rule.check(node, { report: (id, message) => void reports.push(`${message} ${id}`) });
    for (const list of ['rootElements', 'flowElements']) childrenOf(node, list).forEach(visit);
  };
  visit(definitions);
  return reports;
}

const gateway = (id: string, more = '') =>
  `<bpmn:exclusiveGateway id="${id}" ${more}><bpmn:outgoing>${id}-a</bpmn:outgoing><bpmn:outgoing>${id}-b</bpmn:outgoing>
   </bpmn:exclusiveGateway><bpmn:endEvent id="${id}-1"/><bpmn:endEvent id="${id}-2"/>
   <bpmn:sequenceFlow id="${id}-a" sourceRef="${id}" targetRef="${id}-1"/>
   <bpmn:sequenceFlow id="${id}-b" sourceRef="${id}" targetRef="${id}-2"><bpmn:conditionExpression
     xsi:type="bpmn:tFormalExpression">\${x == 1}</bpmn:conditionExpression></bpmn:sequenceFlow>`;

describe('the rules of a plan for a process', () => {
  test('the shipped process breaks none', async () => {
    for (const { xml } of Object.values((await shippedContent()).processes))
      expect(await found(xml)).toEqual([]);
  });

  test.each([
    ['<bpmn:userTask id="t" camunda:assignee="u"/>', ['form t']],
    ['<bpmn:userTask id="t" camunda:formKey="f"/>', ['role t']],
    ['<bpmn:userTask id="t" camunda:formKey="f" camunda:candidateGroups="g"/>', []],
    ['<bpmn:serviceTask id="t" camunda:type="external"/>', ['action t']],
    ['<bpmn:serviceTask id="t" camunda:type="external" camunda:topic="notice.open"/>', ['actionInput t']],
    ['<bpmn:serviceTask id="t" camunda:type="external" camunda:topic="own"/>', []],
    [gateway('g'), ['otherwise g', 'condition g-a']],
    [gateway('g', 'default="g-a"'), []],
    [
      '<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition id="d"/></bpmn:intermediateCatchEvent>',
      ['timer t'],
    ],
    [
      '<bpmn:intermediateCatchEvent id="t"><bpmn:messageEventDefinition id="d"/></bpmn:intermediateCatchEvent>',
      ['message t'],
    ],
    ['<bpmn:callActivity id="t"/>', ['subflow t']],
    ['<bpmn:businessRuleTask id="t"/>', ['decision t']],
  ])('%s: %j', async (body, expected) => {
    expect((await found(flowText('p', body))).sort()).toEqual([...expected].sort());
  });
});
