import { describe, expect, test } from '@jest/globals';
import { planRules } from './plan-rules.ts';

const rules = planRules({ form: 'no form', role: 'nobody', action: 'no action' });

function findings($type: string, attributes: Record<string, string>): string[] {
  const messages: string[] = [];
  const node = { $type, id: 'x', get: (property: string) => attributes[property.replace('camunda:', '')] };
  for (const rule of Object.values(rules))
    rule().check(node, { report: (id, message) => messages.push(`${id}: ${message}`) });
  return messages;
}

describe('a process of a plan', () => {
  test('names form and people of every user task', () => {
    expect(findings('bpmn:UserTask', {})).toEqual(['x: no form', 'x: nobody']);
    expect(findings('bpmn:UserTask', { formKey: 'record', candidateGroups: 'class-teacher' })).toEqual([]);
    expect(findings('bpmn:UserTask', { formKey: 'record', assignee: 'u-17' })).toEqual([]);
    expect(findings('bpmn:UserTask', { formKey: ' ', candidateGroups: 'class-teacher' })).toEqual([
      'x: no form',
    ]);
  });

  test('names the action of every service task', () => {
    expect(findings('bpmn:ServiceTask', {})).toEqual(['x: no action']);
    expect(findings('bpmn:ServiceTask', { topic: 'notice.open' })).toEqual([]);
  });

  test('asks nothing of other elements', () => {
    expect(findings('bpmn:ExclusiveGateway', {})).toEqual([]);
  });
});
