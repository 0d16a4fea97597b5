import { describe, expect, test } from '@jest/globals';
import { flows } from '../../model/fixtures/bpmn-text.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import type { Decision } from '../decision.ts';
import { END, graphOf, repeated, START, task } from '../fixtures/graph-of.ts';
import { Play } from '../fixtures/play.ts';

const called = await graphOf(`${START}${task('u')}${END}${flows('s>u', 'u>e')}`);
const call = (inside: string, marker = '', key = 'q') =>
  graphOf(
    `${START}<bpmn:callActivity id="u" calledElement="${key}"><bpmn:extensionElements>${inside}</bpmn:extensionElements>${marker}</bpmn:callActivity>${task('next')}${END}${flows('s>u', 'u>next', 'next>e')}`,
  );
const played = (
  graph: ProcessGraph,
  processes: Record<string, ProcessGraph> = { q: { ...called, id: 'q' } },
) => new Play(graph, { calledProcess: (key) => processes[key] });

describe('call activity', () => {
  test('runs the process with what is handed in and hands its results out', async () => {
    const play = played(
      await call(
        '<camunda:in source="x" target="y"/><camunda:in source="unset" target="z"/><camunda:out source="r" target="rr"/><camunda:out source="gone" target="g"/>',
      ),
    );
    const effects = play.start({ x: 1 });
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'activity-started', elementId: 'u', calls: { process: 'q' } }),
    );
    expect(effects.at(-1)).toMatchObject({ type: 'user-task-created', elementId: 'u', process: 'q' });
    expect(play.state?.t[0]).toMatchObject({ e: 'u', c: { d: 'q' }, l: { y: 1, z: null } });
    play.pass('u', { r: 7, x: 5 });
    expect(play.waits()).toEqual(['next']);
    expect(play.variables).toEqual({ x: 1, rr: 7, g: null });
  });

  test('a called process sees nothing that was not handed in', async () => {
    const blind = await graphOf(
      `${START}<bpmn:scriptTask id="t"><bpmn:script>\${x}</bpmn:script></bpmn:scriptTask>${END}${flows('s>t', 't>e')}`,
    );
    const play = played(await call(''), { q: blind });
    expect(() => play.start({ x: 1 })).toThrow(
      expect.objectContaining({ code: 'EXPRESSION', elementId: 't' }),
    );
  });

  test('all variables, and those local to the call activity alone', async () => {
    const inputs =
      '<camunda:inputOutput><camunda:inputParameter name="own">1</camunda:inputParameter></camunda:inputOutput>';
    const all = played(await call(`${inputs}<camunda:in variables="all"/><camunda:out variables="all"/>`));
    all.start({ x: 1 });
    expect(all.state?.t[0]?.l).toEqual({ x: 1, own: '1' });
    all.pass('u', { r: 2, own: 'changed' });
    expect(all.variables).toEqual({ x: 1, r: 2 });
    const local = played(
      await call(
        `${inputs}<camunda:in variables="all" local="true"/><camunda:out source="r" target="r" local="true"/>`,
      ),
    );
    local.start({ x: 1 });
    expect(local.state?.t[0]?.l).toEqual({ own: '1' });
    local.pass('u', { r: 2 });
    expect(local.variables).toEqual({ x: 1 });
  });

  test('an output parameter sees what was handed out', async () => {
    const mapping = `<camunda:inputOutput><camunda:inputParameter name="rr">in</camunda:inputParameter><camunda:outputParameter name="o">\${rr}</camunda:outputParameter></camunda:inputOutput>`;
    const play = played(await call(`${mapping}<camunda:out source="r" target="rr"/>`));
    play.start();
    play.pass('u', { r: 7 });
    expect(play.variables).toEqual({ o: 7 });
  });

  test('hands the business key on', async () => {
    const play = played(await call('<camunda:in businessKey="#{execution.processBusinessKey}"/>'));
    play.send({ type: 'start', variables: {}, businessKey: 'B-1' });
    expect(play.state?.t[0]?.c).toEqual({ d: 'q', b: 'B-1' });
  });

  test('several at once have variables of their own', async () => {
    const marker = repeated(false, '', '<bpmn:loopCardinality>2</bpmn:loopCardinality>');
    const play = played(await call('<camunda:in source="loopCounter" target="n"/>', marker));
    play.start();
    expect(play.state?.t.filter(({ c }) => c).map(({ l, c }) => [l, c?.l])).toEqual([
      [{ n: 0 }, { loopCounter: 0 }],
      [{ n: 1 }, { loopCounter: 1 }],
    ]);
    play.pass('u');
    play.pass('u');
    expect(play.waits()).toEqual(['next']);
  });

  test('refuses a process that is not in the bundle, and a circle of calls', async () => {
    const graph = await call('');
    expect(() => played(graph, {}).start()).toThrow(/publish it in the same bundle/);
    expect(() => played(graph, { q: graph }).start()).toThrow(
      expect.objectContaining({ code: 'INSTANCE_LIMIT', elementId: 'u' }),
    );
  });
});

describe('script and business rule tasks', () => {
  test('a script sets its result, but not null', async () => {
    const script = (text: string) => `<bpmn:script><![CDATA[${text}]]></bpmn:script>`;
    const graph = await graphOf(
      `${START}<bpmn:scriptTask id="a" scriptFormat="juel" camunda:resultVariable="r">${script(`\${x + 1}`)}</bpmn:scriptTask><bpmn:scriptTask id="b" camunda:resultVariable="n">${script(`\${nothing}`)}</bpmn:scriptTask>${task('u')}${END}${flows('s>a', 'a>b', 'b>u', 'u>e')}`,
    );
    const play = new Play(graph);
    play.start({ x: 1, nothing: null });
    expect(play.variables).toEqual({ x: 1, nothing: null, r: 2 });
  });

  const rows: Decision['evaluate'] = ({ n }) => [{ o: 1 }, { o: 2 }].slice(0, Number(n));
  const decided = async (mapping: string) =>
    new Play(
      await graphOf(
        `${START}<bpmn:businessRuleTask id="rule" camunda:decisionRef="k" camunda:resultVariable="r" ${mapping}/>${task('u')}${END}${flows('s>rule', 'rule>u', 'u>e')}`,
      ),
      { decision: (key) => (key === 'k' ? { key, evaluate: rows } : undefined) },
    );
  test.each([
    ['singleEntry', 1, 1],
    ['singleEntry', 0, null],
    ['singleResult', 1, { o: 1 }],
    ['collectEntries', 2, [1, 2]],
    ['resultList', 2, [{ o: 1 }, { o: 2 }]],
  ])('a decision maps %s of %d rows to %j', async (mapping, n, result) => {
    const play = await decided(`camunda:mapDecisionResult="${mapping}"`);
    play.start({ n });
    expect(play.variables.r).toEqual(result);
  });

  test('a single entry of two rows is refused', async () => {
    const play = await decided('camunda:mapDecisionResult="singleEntry"');
    expect(() => play.start({ n: 2 })).toThrow(
      expect.objectContaining({ code: 'DECISION', elementId: 'rule' }),
    );
  });
});
