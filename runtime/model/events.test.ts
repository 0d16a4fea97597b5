import { describe, expect, test } from '@jest/globals';
import { deployable } from './deployable.ts';
import { EVENT, eventText, flows as lines } from './fixtures/bpmn-text.ts';

/** Sequence flows on one line, so that the element in question stands on line 3. */
const flows = (...list: string[]) => lines(...list).replaceAll('\n', '');

const ENDS = '<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>';
const host = (boundaries: string, ...more: string[]) =>
  eventText(`${ENDS}<bpmn:userTask id="u" camunda:assignee="a"/>${flows('s>u', 'u>e', ...more)}
${boundaries}`);
const boundary = (definition: string, attributes = '', id = 'x') =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="u" ${attributes}>${definition}</bpmn:boundaryEvent>`;
const inside = (start: string, attributes = '') =>
  eventText(`${ENDS}<bpmn:userTask id="u" camunda:assignee="a"/>${flows('s>u', 'u>e')}
<bpmn:subProcess id="v" triggeredByEvent="true"><bpmn:startEvent id="x" ${attributes}>${start}</bpmn:startEvent><bpmn:endEvent id="ve"/>${flows('fv:x>ve')}</bpmn:subProcess>`);
const through = (element: string) =>
  eventText(`${ENDS}${flows('s>x', 'x>e')}
${element}`);
const endingWith = (definition: string) =>
  eventText(`<bpmn:startEvent id="s"/>${flows('s>x')}
<bpmn:endEvent id="x">${definition}</bpmn:endEvent>`);
const gateway = (targets: string, ...drawn: string[]) =>
  eventText(`${ENDS}<bpmn:eventBasedGateway id="g"/>${targets}${flows('s>g', ...drawn)}`);
const external = '<bpmn:messageEventDefinition messageRef="m" camunda:type="external" camunda:topic="send"/>';

describe('events that are executed', () => {
  test.each<[string, string, object]>([
    [
      'message boundary',
      host(boundary(EVENT.message), 'x>e'),
      { type: 'boundaryMessage', interrupting: true },
    ],
    [
      'reminder that repeats',
      host(boundary(EVENT.thrice, 'cancelActivity="false"'), 'x>e'),
      { type: 'boundaryTimer', interrupting: false, trigger: { on: 'timer', timer: { cycle: 'R3/PT1H' } } },
    ],
    [
      'error boundary with variables',
      host(
        boundary(
          '<bpmn:errorEventDefinition errorRef="er" camunda:errorCodeVariable="c" camunda:errorMessageVariable="w"/>',
        ),
        'x>e',
      ),
      { trigger: { on: 'error', code: 'E1', codeVariable: 'c', messageVariable: 'w' } },
    ],
    [
      'escalation boundary for any code',
      host(boundary('<bpmn:escalationEventDefinition/>', 'cancelActivity="false"'), 'x>e'),
      { type: 'boundaryEscalation', trigger: { on: 'escalation' } },
    ],
    [
      'event subprocess that interrupts nothing',
      inside(EVENT.signal, 'isInterrupting="false"'),
      { type: 'signalStartEvent', interrupting: false, trigger: { on: 'signal', signal: 'term closed' } },
    ],
    ['message end', endingWith(external), { kind: 'external-task', type: 'messageEndEvent', topic: 'send' }],
    [
      'terminate end',
      endingWith(EVENT.terminate),
      { type: 'terminateEndEvent', result: { throws: 'terminate' } },
    ],
    ['error end', endingWith(EVENT.error), { result: { throws: 'error', code: 'E1' } }],
    [
      'signal that hands over a variable',
      endingWith(
        '<bpmn:signalEventDefinition signalRef="sg"><bpmn:extensionElements><camunda:in source="a" target="b"/></bpmn:extensionElements></bpmn:signalEventDefinition>',
      ),
      { result: { throws: 'signal', signal: 'term closed', variables: [{ source: 'a', target: 'b' }] } },
    ],
    ['receive task', through('<bpmn:receiveTask id="x" messageRef="m"/>'), { message: 'enrolled' }],
  ])('%s', async (_, xml, node) => {
    const { graphs, findings } = await deployable(xml);
    expect(findings).toEqual([]);
    expect(graphs[0]?.nodes.x).toMatchObject(node);
  });

  test('a process may start at events only', async () => {
    const { graphs } = await deployable(
      eventText(
        `<bpmn:startEvent id="a">${EVENT.message}</bpmn:startEvent><bpmn:startEvent id="b">${EVENT.thrice}</bpmn:startEvent><bpmn:endEvent id="e"/>${flows('a>e', 'b>e')}`,
      ),
    );
    expect(graphs).toMatchObject([{ start: '', eventStarts: ['a', 'b'] }]);
  });

  test('link throw events lead to the catch event of their name', async () => {
    const { graphs } = await deployable(
      eventText(
        `${ENDS}<bpmn:intermediateThrowEvent id="t"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id="c"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateCatchEvent>${flows('s>t', 'c>e')}`,
      ),
    );
    expect(graphs[0]?.nodes.t).toMatchObject({ result: { throws: 'link', target: 'c' } });
  });
});

describe('events that are refused by element and line', () => {
  test.each<[string, string, string]>([
    [
      'error boundary that does not interrupt',
      'error-not-interrupting',
      host(boundary(EVENT.error, 'cancelActivity="false"'), 'x>e'),
    ],
    [
      'error start that does not interrupt',
      'error-not-interrupting',
      inside(EVENT.error, 'isInterrupting="false"'),
    ],
    ['two definitions', 'unsupported-event', host(boundary(EVENT.message + EVENT.signal), 'x>e')],
    ['cancel boundary', 'unsupported-event', host(boundary('<bpmn:cancelEventDefinition/>'), 'x>e')],
    ['repetition that interrupts', 'timer-invalid', host(boundary(EVENT.thrice), 'x>e')],
    [
      'repetition without a period',
      'timer-invalid',
      host(
        boundary(
          '<bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT0S</bpmn:timeCycle></bpmn:timerEventDefinition>',
          'cancelActivity="false"',
        ),
        'x>e',
      ),
    ],
    ['message without name', 'value-missing', through('<bpmn:receiveTask id="x" messageRef="nameless"/>')],
    ['error end without code', 'value-missing', endingWith('<bpmn:errorEventDefinition errorRef="bare"/>')],
    ['escalation end without escalation', 'value-missing', endingWith('<bpmn:escalationEventDefinition/>')],
    ['message end without worker', 'unsupported-element', endingWith(EVENT.message)],
    ['event subprocess with a none start', 'unsupported-event', inside('')],
    [
      'link that leads nowhere',
      'link-unmatched',
      eventText(`${ENDS}${flows('s>g', 'g>x', 'g>e')}<bpmn:parallelGateway id="g"/>
<bpmn:intermediateThrowEvent id="x"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateThrowEvent>`),
    ],
    [
      'same error caught twice',
      'duplicate-handler',
      host(`${boundary(EVENT.error, '', 'b')}${boundary(EVENT.error)}`, 'b>e', 'x>e'),
    ],
  ])('%s', async (_, rule, xml) => {
    const { graphs, findings } = await deployable(xml);
    expect(graphs).toEqual([]);
    expect(findings).toEqual([expect.objectContaining({ rule, elementId: 'x', line: 3 })]);
    expect(findings[0]?.message).toContain('"x"');
  });

  test.each<[string, string, string, string]>([
    [
      'a task behind an event-based gateway',
      'event-gateway-target',
      'go',
      gateway('<bpmn:receiveTask id="r" messageRef="m"/>', 'go:g>r', 'r>e'),
    ],
    [
      'two ways into an event behind an event-based gateway',
      'event-gateway-target',
      'go',
      gateway(
        `<bpmn:intermediateCatchEvent id="c">${EVENT.message}</bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="t">${EVENT.hour}</bpmn:intermediateCatchEvent>`,
        'go:g>c',
        'g>t',
        't>c',
        'c>e',
      ),
    ],
    [
      'a start event whose name would have to be evaluated',
      'start-expression',
      'a',
      `${eventText(`<bpmn:startEvent id="a"><bpmn:signalEventDefinition signalRef="sx"/></bpmn:startEvent><bpmn:endEvent id="e"/>${flows('a>e')}`).replace('<bpmn:signal ', `<bpmn:signal id="sx" name="\${class}"/><bpmn:signal `)}`,
    ],
    [
      'a sequence flow into an event subprocess',
      'event-subprocess-flow',
      'v',
      inside(EVENT.message)
        .replace('targetRef="u"', 'targetRef="v"')
        .replace('sourceRef="u"', 'sourceRef="v"')
        .replace('<bpmn:userTask id="u" camunda:assignee="a"/>', ''),
    ],
    [
      'a second link catch event',
      'link-duplicate',
      'd2',
      eventText(
        `${ENDS}<bpmn:intermediateThrowEvent id="t"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id="c"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id="d2"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateCatchEvent>${flows('s>t', 'c>e', 'd2>e')}`,
      ),
    ],
  ])('%s', async (_, rule, elementId, xml) => {
    const { findings } = await deployable(xml);
    expect(findings).toEqual([expect.objectContaining({ rule, elementId, line: expect.any(Number) })]);
  });
});
