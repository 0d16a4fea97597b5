import { describe, expect, test } from '@jest/globals';
import { afterPatch, create, elementOf } from './fixtures/moddle.ts';
import type { FlowVariable } from './flow-entry.ts';
import { readWho, type Who, writeWho } from './who.ts';

const variables: readonly FlowVariable[] = [
  { name: 'initiator', source: { from: 'initiator' } },
  { name: 'mentor', source: { from: 'step', element: 'assign', component: 'mentor' } },
  { name: 'teachers', source: { from: 'members', role: 'class-teacher' } },
];

const ways: readonly Who[] = [
  { by: 'nobody' },
  { by: 'initiator' },
  { by: 'any', groups: ['class-teacher', 'group:evaluation'] },
  { by: 'picked', variable: 'mentor' },
  {
    by: 'signers',
    variable: 'teachers',
    inTurn: false,
    quorum: { enough: { rule: 'all' }, veto: undefined },
  },
  {
    by: 'signers',
    variable: 'teachers',
    inTurn: true,
    quorum: { enough: { rule: 'count', count: 2 }, veto: { variable: 'outcome', value: 'returned' } },
  },
  {
    by: 'signers',
    variable: 'teachers',
    inTurn: false,
    quorum: { enough: { rule: 'share', percent: 60 }, veto: undefined },
  },
];

describe('who does a step', () => {
  test.each(ways)('%j is written into the file and read from it', async (who) => {
    const task = await elementOf('<bpmn:userTask id="t" camunda:formKey="decision"/>');
    const written = await afterPatch(task, writeWho(who, create, 'initiator'));
    expect(readWho(written, variables)).toEqual(who);
    expect(written.get('camunda:formKey')).toBe('decision');
  });

  test.each(ways)('what stood there before %j is gone', async (who) => {
    for (const before of ways) {
      const task = await elementOf('<bpmn:userTask id="t"/>');
      const first = await afterPatch(task, writeWho(before, create, 'initiator'));
      expect(readWho(await afterPatch(first, writeWho(who, create, 'initiator')), variables)).toEqual(who);
    }
  });

  test.each([
    `camunda:candidateUsers="u1,u2"`,
    `camunda:candidateGroups="\${reviewers}"`,
    `camunda:assignee="\${unknown}"`,
    `camunda:assignee="u1" camunda:candidateGroups="class-teacher"`,
  ])('%s is kept as it is written', async (attributes) => {
    const task = await elementOf(`<bpmn:userTask id="t" ${attributes}/>`);
    const who = readWho(task, variables);
    expect(who.by).toBe('written');
    expect(writeWho(who, create, 'initiator')).toEqual({});
  });

  test('a quorum that says something else is kept as it is written', async () => {
    const task = await elementOf(
      `<bpmn:userTask id="t" camunda:assignee="\${signer}"><bpmn:multiInstanceLoopCharacteristics
        camunda:collection="teachers" camunda:elementVariable="signer"><bpmn:completionCondition
        xsi:type="bpmn:tFormalExpression">\${nrOfActiveInstances &lt; 2}</bpmn:completionCondition>
       </bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
    );
    expect(readWho(task, variables).by).toBe('written');
  });
});
