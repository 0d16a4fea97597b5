import { describe, expect, test } from '@jest/globals';
import {
  type Deadline,
  nobodyPractices,
  readDeadline,
  readNobody,
  readTimer,
  writeDeadline,
  writeNobody,
  writeTimer,
} from './deadline.ts';
import { afterPatch, create, elementOf, textOf } from './fixtures/moddle.ts';
import type { FlowVariable } from './flow-entry.ts';
import { inputOf, withInputs, withOutputs } from './moddle-patch.ts';

const variables: readonly FlowVariable[] = [
  { name: 'wait', source: { from: 'parameter', parameter: 'reviewPeriod' } },
];

const deadlines: readonly Deadline[] = [
  { length: { by: 'none' }, working: false },
  { length: { by: 'days', amount: 5 }, working: true },
  { length: { by: 'days', amount: 7 }, working: false },
  { length: { by: 'hours', amount: 12 }, working: false },
  { length: { by: 'parameter', parameter: 'reviewPeriod', variable: 'wait' }, working: true },
  { length: { by: 'written', text: '2026-12-31T00:00:00+08:00' }, working: false },
];

describe('how long a step may take', () => {
  test.each(deadlines)('%j is written into the file and read from it', async (deadline) => {
    const task = await elementOf('<bpmn:userTask id="t"/>');
    const written = await afterPatch(task, writeDeadline(deadline, task, create));
    expect(readDeadline(written, variables)).toEqual(deadline);
  });

  test.each(deadlines.filter(({ length }) => length.by !== 'none'))(
    'a timer waits for %j',
    async (deadline) => {
      const event = await elementOf(
        '<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition id="d"/></bpmn:intermediateCatchEvent>',
      );
      const patch = writeTimer(deadline, event, create);
      for (const [name, value] of Object.entries(patch.definition)) patch.timer?.set(name, value);
      expect(readTimer(await afterPatch(event, patch.event), variables)).toEqual(deadline);
    },
  );

  test('a timer for a date, and an event that is no timer, are not for this page to set', async () => {
    const date = await elementOf(
      '<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition><bpmn:timeDate>2026-12-31</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>',
    );
    expect(readTimer(date, [])).toBeUndefined();
    expect(readTimer(await elementOf('<bpmn:intermediateThrowEvent id="t"/>'), [])).toBeUndefined();
  });
});

describe('what happens when nobody is found', () => {
  test.each(nobodyPractices)('%s is written and read', async (practice) => {
    const task = await elementOf('<bpmn:userTask id="t"/>');
    expect(readNobody(await afterPatch(task, writeNobody(practice, task, create)))).toBe(practice);
  });
});

test('other extensions of the element stay when one is set or taken out', async () => {
  const task = await elementOf(
    `<bpmn:serviceTask id="t"><bpmn:extensionElements><camunda:inputOutput>
      <camunda:inputParameter name="kind">a</camunda:inputParameter>
      <camunda:outputParameter name="result">b</camunda:outputParameter></camunda:inputOutput>
      <camunda:properties><camunda:property name="calendar" value="working-days"/>
      <camunda:property name="own" value="1"/></camunda:properties></bpmn:extensionElements></bpmn:serviceTask>`,
  );
  const timed = await afterPatch(
    task,
    writeDeadline({ length: { by: 'none' }, working: false }, task, create),
  );
  const asked = await afterPatch(
    timed,
    withInputs(timed, create, { kind: undefined, recipient: 'role:pupil' }),
  );
  expect(inputOf(asked, 'recipient')).toBe('role:pupil');
  expect(inputOf(asked, 'kind')).toBeUndefined();
  const text = await textOf(await afterPatch(asked, withOutputs(asked, create, { more: `\${mine}` })));
  expect(text).toContain(`<camunda:outputParameter name="more">\${mine}</camunda:outputParameter>`);
  expect(text).toContain('<camunda:inputParameter name="recipient">role:pupil</camunda:inputParameter>');
  expect(text).toContain('<camunda:outputParameter name="result">b</camunda:outputParameter>');
  expect(text).toContain('<camunda:property name="own" value="1"');
  expect(text).not.toContain('calendar');
});
