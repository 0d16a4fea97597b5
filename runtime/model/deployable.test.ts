import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deployable } from './deployable.ts';
import { FINDING_RULES } from './finding-rules.ts';
import { between, bpmnText, flows } from './fixtures/bpmn-text.ts';

const ENDS = '<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>';
const PEOPLE = 'camunda:candidateGroups="class-teacher"';
const duration = (text: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration>${text}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const extension = (inner: string) => `<bpmn:extensionElements>${inner}</bpmn:extensionElements>`;
const catchEvent = (definition: string) =>
  between(`<bpmn:intermediateCatchEvent id="x">${definition}</bpmn:intermediateCatchEvent>`, 'x');
const task = (attributes: string, inner = '') =>
  between(`<bpmn:userTask id="x" ${attributes}>${inner}</bpmn:userTask>`, 'x');

describe('what is not supported is refused by name, element and line', () => {
  test.each<[string, string, string]>([
    ['script task', 'unsupported-attribute', between('<bpmn:scriptTask id="x" scriptFormat="groovy"/>', 'x')],
    ['business rule task', 'value-missing', between('<bpmn:businessRuleTask id="x"/>', 'x')],
    ['receive task without message', 'value-missing', between('<bpmn:receiveTask id="x"/>', 'x')],
    [
      'call activity',
      'unsupported-attribute',
      between('<bpmn:callActivity id="x" calledElement="q" camunda:calledElementBinding="version"/>', 'x'),
    ],
    ['complex gateway', 'unsupported-element', between('<bpmn:complexGateway id="x"/>', 'x')],
    [
      'event-based gateway that starts the process',
      'unsupported-element',
      between('<bpmn:eventBasedGateway id="x" instantiate="true"/>', 'x'),
    ],
    ['transaction', 'unsupported-element', between('<bpmn:transaction id="x"/>', 'x')],
    [
      'Java class',
      'unsupported-attribute',
      between('<bpmn:serviceTask id="x" camunda:type="external" camunda:topic="t" camunda:class="A"/>', 'x'),
    ],
    [
      'service task without implementation',
      'unsupported-element',
      between('<bpmn:serviceTask id="x"/>', 'x'),
    ],
    [
      'external task without topic',
      'value-missing',
      between('<bpmn:sendTask id="x" camunda:type="external"/>', 'x'),
    ],
    ['embedded form', 'unsupported-extension', task(PEOPLE, extension('<camunda:formData/>'))],
    [
      'task listener',
      'unsupported-extension',
      task(PEOPLE, extension('<camunda:taskListener class="A" event="create"/>')),
    ],
    [
      'mapping on a gateway',
      'unsupported-extension',
      between(
        `<bpmn:exclusiveGateway id="x">${extension('<camunda:inputOutput/>')}</bpmn:exclusiveGateway>`,
        'x',
      ),
    ],
    [
      'multi-instance over nothing',
      'value-invalid',
      task(PEOPLE, '<bpmn:multiInstanceLoopCharacteristics/>'),
    ],
    ['standard loop', 'unsupported-multi-instance', task(PEOPLE, '<bpmn:standardLoopCharacteristics/>')],
    [
      'event subprocess several times',
      'unsupported-multi-instance',
      between(
        `<bpmn:subProcess id="x" triggeredByEvent="true"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics><bpmn:startEvent id="s2"><bpmn:errorEventDefinition/></bpmn:startEvent><bpmn:endEvent id="e2"/>${flows('inner:s2>e2')}</bpmn:subProcess><bpmn:task id="y"/>`,
        'y',
      ),
    ],
    ['compensation', 'unsupported-element', task(`${PEOPLE} isForCompensation="true"`)],
    ['resource role', 'unsupported-element', task(PEOPLE, '<bpmn:potentialOwner/>')],
    ['signal catch without signal', 'value-missing', catchEvent('<bpmn:signalEventDefinition/>')],
    ['catch without definition', 'unsupported-event', catchEvent('')],
    [
      'message throw without worker',
      'unsupported-element',
      between(
        '<bpmn:intermediateThrowEvent id="x"><bpmn:messageEventDefinition/></bpmn:intermediateThrowEvent>',
        'x',
      ),
    ],
    [
      'timer cycle',
      'timer-invalid',
      catchEvent(
        '<bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>',
      ),
    ],
    ['timer without time', 'timer-invalid', catchEvent('<bpmn:timerEventDefinition/>')],
    ['wrong duration', 'duration-invalid', catchEvent(duration('7 days'))],
    [
      'date without zone',
      'date-invalid',
      catchEvent(
        '<bpmn:timerEventDefinition><bpmn:timeDate>2026-09-01T08:00:00</bpmn:timeDate></bpmn:timerEventDefinition>',
      ),
    ],
    ['wrong due date', 'date-invalid', task(`${PEOPLE} camunda:dueDate="friday"`)],
    ['wrong priority', 'value-invalid', task(`${PEOPLE} camunda:priority="high"`)],
    ['wrong expression', 'expression-invalid', task(`camunda:assignee="\${initiator.name()}"`)],
    ['wrong expression in a list', 'expression-invalid', task(`camunda:candidateUsers="a,\${b,c"`)],
    ['wrong timer expression', 'expression-invalid', catchEvent(duration(`\${period +}`))],
    [
      'list parameter',
      'mapping-invalid',
      task(
        PEOPLE,
        extension(
          '<camunda:inputOutput><camunda:inputParameter name="a"><camunda:list/></camunda:inputParameter></camunda:inputOutput>',
        ),
      ),
    ],
    [
      'script parameter',
      'mapping-invalid',
      task(
        PEOPLE,
        extension(
          '<camunda:inputOutput><camunda:outputParameter name="a"><camunda:script scriptFormat="js">1</camunda:script></camunda:outputParameter></camunda:inputOutput>',
        ),
      ),
    ],
    [
      'parameter that reaches a prototype',
      'mapping-invalid',
      task(
        PEOPLE,
        extension(
          '<camunda:inputOutput><camunda:inputParameter name="__proto__">1</camunda:inputParameter></camunda:inputOutput>',
        ),
      ),
    ],
    ['nobody to do it', 'user-task-unassigned', task('')],
  ])('%s', async (_, rule, xml) => {
    const { graphs, findings } = await deployable(xml);
    expect(graphs).toEqual([]);
    expect(findings).toEqual([expect.objectContaining({ rule, elementId: 'x', line: 2 })]);
    expect(findings[0]?.message).toContain('"x"');
  });

  test.each<[string, string, string, string]>([
    [
      'tries of a whole process, which Camunda 7 does not read either',
      'unsupported-extension',
      'p',
      bpmnText(
        `${extension('<camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle>')}${ENDS}${flows('s>e')}`,
      ),
    ],
    [
      'message start without message',
      'value-missing',
      's',
      bpmnText(
        `<bpmn:startEvent id="s"><bpmn:messageEventDefinition/></bpmn:startEvent><bpmn:endEvent id="e"/>${flows('s>e')}`,
      ),
    ],
    [
      'conditional boundary',
      'unsupported-event',
      'b',
      between(
        `<bpmn:userTask id="x" ${PEOPLE}/><bpmn:boundaryEvent id="b" attachedToRef="x"><bpmn:conditionalEventDefinition/></bpmn:boundaryEvent>`,
        'x',
      ),
    ],
    [
      'script condition',
      'unsupported-attribute',
      'f0',
      bpmnText(
        `${ENDS}<bpmn:sequenceFlow id="f0" sourceRef="s" targetRef="e"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="javascript">true</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      ),
    ],
    [
      'condition that is not an expression',
      'expression-invalid',
      'f0',
      bpmnText(ENDS + flows('s>e>approved')),
    ],
    [
      'history kept for years',
      'value-invalid',
      'p',
      bpmnText(ENDS + flows('s>e')).replace('isExec', 'camunda:historyTimeToLive="P3Y" isExec'),
    ],
    [
      'condition from a resource',
      'unsupported-attribute',
      'f0',
      bpmnText(
        `${ENDS}<bpmn:sequenceFlow id="f0" sourceRef="s" targetRef="e"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" camunda:resource="r">\${true}</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      ),
    ],
    [
      'process listener',
      'unsupported-extension',
      'p',
      bpmnText(extension('<camunda:executionListener class="A" event="start"/>') + ENDS + flows('s>e')),
    ],
    [
      'flow without end',
      'flow-dangling',
      'f9',
      bpmnText(`${ENDS}${flows('s>e')}<bpmn:sequenceFlow id="f9" sourceRef="s"/>`),
    ],
  ])('%s', async (_, rule, elementId, xml) => {
    const { findings } = await deployable(xml);
    expect(findings).toEqual([expect.objectContaining({ rule, elementId })]);
  });
});

describe('the shape of a process', () => {
  const X = (attributes = '') => `<bpmn:exclusiveGateway id="x" ${attributes}/>`;
  const T = '<bpmn:task id="t"/>';
  const when = `>\${a}`;
  test.each<[string, string, string, string]>([
    ['no start', 'no-start', 'p', `<bpmn:endEvent id="e"/>`],
    ['two starts', 'multiple-starts', 's2', `${ENDS}<bpmn:startEvent id="s2"/>${flows('s>e', 's2>e')}`],
    ['no end', 'no-end', 'p', `<bpmn:startEvent id="s"/>${T}${flows('s>t', 't>t')}`],
    ['back to the start', 'start-has-incoming', 's', ENDS + T + flows('s>t', 't>e', 't>s')],
    ['out of the end', 'end-has-outgoing', 'e', ENDS + T + flows('s>t', 't>e', 'e>t')],
    ['dead end', 'dead-end', 't', ENDS + T + flows('s>t', 's>e')],
    ['unreachable', 'unreachable', 't', ENDS + T + flows('s>e', 't>e')],
    [
      'no default',
      'gateway-no-default',
      'x',
      ENDS + X() + T + flows('s>x', `x>e${when}`, `x>t${when}`, 't>e'),
    ],
    [
      'no condition',
      'gateway-no-condition',
      'f2',
      ENDS + X('default="f1"') + T + flows('s>x', 'x>e', 'x>t', 't>e'),
    ],
    ['condition on the only flow', 'gateway-single-condition', 'f1', ENDS + X() + flows('s>x', `x>e${when}`)],
    [
      'condition on the default',
      'default-flow-invalid',
      't',
      `${ENDS}<bpmn:task id="t" default="f1"/>${flows('s>t', `t>e${when}`)}`,
    ],
    [
      'condition behind a fork',
      'parallel-gateway-condition',
      'f1',
      `${ENDS}<bpmn:parallelGateway id="x"/>${flows('s>x', `x>e${when}`)}`,
    ],
    [
      'flow into a subprocess',
      'flow-crosses-scope',
      'f1',
      `${ENDS}<bpmn:subProcess id="sub"><bpmn:startEvent id="s2"/><bpmn:endEvent id="e2"/><bpmn:task id="t"/>${flows('i1:s2>t', 'i2:t>e2')}</bpmn:subProcess>${flows('s>sub', 's>t', 'sub>e')}`,
    ],
    [
      'subprocess without start',
      'no-start',
      'sub',
      `${ENDS}<bpmn:subProcess id="sub"><bpmn:endEvent id="e2"/></bpmn:subProcess>${flows('s>sub', 'sub>e')}`,
    ],
    [
      'boundary event on a gateway',
      'boundary-host',
      'b',
      `${ENDS}${X()}<bpmn:boundaryEvent id="b" attachedToRef="x">${duration('P1D')}</bpmn:boundaryEvent>${flows('s>x', 'x>e', 'b>e')}`,
    ],
    [
      'flow into a boundary event',
      'boundary-has-incoming',
      'b',
      `${ENDS}${T}<bpmn:boundaryEvent id="b" attachedToRef="t">${duration('P1D')}</bpmn:boundaryEvent>${flows('s>t', 't>e', 'b>e', 's>b')}`,
    ],
    [
      'id that reaches a prototype',
      'id-invalid',
      '__proto__',
      `${ENDS}<bpmn:task id="__proto__"/>${flows('s>e')}`,
    ],
  ])('%s is refused', async (_, rule, elementId, body) => {
    const { graphs, findings } = await deployable(bpmnText(body));
    expect(graphs).toEqual([]);
    expect(findings).toContainEqual(expect.objectContaining({ rule, elementId }));
  });
});

describe('files as a whole', () => {
  test.each<[string, string]>([
    ['unknown element', bpmnText('<bpmn:foo id="x"/>')],
    ['unknown attribute', bpmnText('<bpmn:task id="x" colour="red"/>')],
    ['unknown camunda attribute', bpmnText('<bpmn:task id="x" camunda:bogus="1"/>')],
    ['reference to nothing', bpmnText('<bpmn:sequenceFlow id="x" sourceRef="a" targetRef="b"/>')],
    ['other XML', '<html><body/></html>'],
  ])('%s is refused, because the parser would drop it', async (_, xml) => {
    const { graphs, findings } = await deployable(xml);
    expect(graphs).toEqual([]);
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set(['bpmn-read']));
  });

  test('a process that is not executable is only a picture', async () => {
    const xml = bpmnText('').replace('isExecutable="true"', '');
    expect((await deployable(xml)).findings).toEqual([expect.objectContaining({ rule: 'no-process' })]);
  });

  test('documentation, notes, lanes, data and foreign extensions are ignored', async () => {
    const xml = bpmnText(`<bpmn:documentation>说明</bpmn:documentation>
      <bpmn:laneSet><bpmn:lane id="l" name="班主任"><bpmn:flowNodeRef>t</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
      ${ENDS}<bpmn:task id="t" xmlns:z="urn:z" z:mark="1">${extension('<z:note/>')}</bpmn:task>
      <bpmn:dataObjectReference id="dr" dataObjectRef="do"/><bpmn:dataObject id="do"/>
      ${flows('s>t', 't>e')}
      <bpmn:textAnnotation id="n"><bpmn:text>注</bpmn:text></bpmn:textAnnotation>
      <bpmn:association id="a" sourceRef="t" targetRef="n"/>`);
    const { graphs, findings } = await deployable(xml);
    expect(findings).toEqual([]);
    expect(Object.keys(graphs[0]?.nodes ?? {})).toEqual(['s', 'e', 't']);
  });

  test('compiles to plain JSON with everything the engine needs', async () => {
    const parameters =
      '<camunda:inputOutput><camunda:inputParameter name="in">a</camunda:inputParameter><camunda:outputParameter name="out">b</camunda:outputParameter></camunda:inputOutput>';
    const properties =
      '<camunda:properties><camunda:property name="lock" value="LOCKED"/></camunda:properties>';
    const attributes = `name="确认" camunda:assignee="\${a}" camunda:candidateGroups="g1, \${empty b ? 'x,y' : b} ,g2" camunda:priority="7" camunda:followUpDate="P1D"`;
    const { graphs, findings } = await deployable(task(attributes, extension(parameters + properties)));
    expect(findings).toEqual([]);
    expect(JSON.parse(JSON.stringify(graphs))).toEqual(graphs);
    expect(graphs[0]?.nodes.x).toEqual({
      kind: 'user-task',
      type: 'userTask',
      id: 'x',
      name: '确认',
      assignee: `\${a}`,
      candidateGroups: ['g1', `\${empty b ? 'x,y' : b}`, 'g2'],
      priority: '7',
      followUpDate: 'P1D',
      outgoing: ['f1'],
      incoming: 1,
      inputs: [{ name: 'in', value: 'a' }],
      outputs: [{ name: 'out', value: 'b' }],
      properties: { lock: 'LOCKED' },
    });
  });

  test('a damaged file gives findings, never an exception', async () => {
    const file = task(
      `camunda:assignee="\${a}"`,
      extension('<camunda:properties><camunda:property name="a" value="b"/></camunda:properties>'),
    );
    const words = fc.constantFrom(
      '',
      '"',
      '<',
      '>',
      '/',
      'id="x"',
      'bpmn:',
      '&#0;',
      '${',
      '<bpmn:userTask id="y"/>',
      '__proto__',
    );
    const mutation = fc.tuple(fc.nat(file.length), fc.nat(20), words);
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const xml = mutations.reduce(
          (text, [at, length, insert]) => text.slice(0, at) + insert + text.slice(at + length),
          file,
        );
        const { graphs, findings } = await deployable(xml);
        expect(graphs.length > 0).toBe(findings.length === 0);
        for (const finding of findings) expect(FINDING_RULES).toContain(finding.rule);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
