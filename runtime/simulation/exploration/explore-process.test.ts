import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openWaits } from '../../engine/active-elements.ts';
import type { Command } from '../../engine/command.ts';
import { NOW } from '../../engine/fixtures/play.ts';
import { block, processOf } from '../../engine/fixtures/random-process.ts';
import { step } from '../../engine/step.ts';
import { deployable } from '../../model/deployable.ts';
import { EVENT, eventText, flows } from '../../model/fixtures/bpmn-text.ts';
import type { ProcessGraph } from '../../model/process-graph.ts';
import { exploreProcess, type Values } from './explore-process.ts';
import { passedBy } from './explored-states.ts';

const context = { now: NOW };
const ends = '<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>';
const task = (id: string, group = 'class-teacher') =>
  `<bpmn:userTask id="${id}" name="${id}" camunda:candidateGroups="${group}"/>`;
const choice = (id: string, fallback: string) => `<bpmn:exclusiveGateway id="${id}" default="${fallback}"/>`;

async function drawn(body: string): Promise<ProcessGraph> {
  const { graphs, findings } = await deployable(eventText(body));
  const [graph] = graphs;
  if (graph === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return graph;
}

const answering = (answers: Record<string, readonly Values[]>) => (element: string) => answers[element] ?? [];

describe('exploring a process', () => {
  test('finds nothing wrong with a process that ends on every path, and says that it saw all of it', async () => {
    const graph = await drawn(
      `${ends}${task('review')}${task('revise')}${choice('ok', 'no')}<bpmn:exclusiveGateway id="again"/>
      ${flows('s>again', 'again>review', 'review>ok', `ok>e>\${outcome == 'confirmed'}`, 'no:ok>revise', 'revise>again')}`,
    );

    const result = exploreProcess({
      graph,
      context,
      starts: [{}],
      answers: answering({ review: [{ outcome: 'confirmed' }, { outcome: 'returned' }] }),
    });

    expect(result).toMatchObject({ findings: [], unexplored: [], unreached: [] });
  });

  test('tells an element that no answer leads to', async () => {
    const graph = await drawn(
      `${ends}${task('review')}${task('archive')}${choice('ok', 'no')}
      ${flows('s>review', 'review>ok', `ok>archive>\${outcome == 'approved'}`, 'archive>e', 'no:ok>e')}`,
    );

    const { findings } = exploreProcess({
      graph,
      context,
      starts: [{}],
      answers: answering({ review: [{ outcome: 'confirmed' }, { outcome: 'returned' }] }),
    });

    expect(findings).toMatchObject([{ rule: 'never-reached', element: 'archive' }]);
  });

  test('tells a loop that nothing leads out of, with the way into it', async () => {
    const graph = await drawn(
      `${ends}${task('ask')}${task('check')}${choice('way', 'out')}${choice('good', 'bad')}
      ${flows('s>ask', 'ask>way', 'out:way>e', `in:way>check>\${deep}`, 'check>good', `good>e>\${score > 5}`, 'bad:good>check')}`,
    );

    const { findings } = exploreProcess({
      graph,
      context,
      starts: [{}],
      answers: answering({ ask: [{ deep: true }, { deep: false }], check: [{ score: 1 }, { score: 5 }] }),
    });

    expect(findings).toMatchObject([
      { rule: 'dead-loop', element: 'check', decisions: [{}, { element: 'ask', values: { deep: true } }] },
    ]);
    expect(findings[0]?.path).toEqual(expect.arrayContaining(['ask', 'way', 'in', 'check']));
  });

  test('tells a join that waits for a branch which is not taken', async () => {
    const graph = await drawn(
      `${ends}${task('left')}${task('right')}${choice('either', 'r')}<bpmn:parallelGateway id="both"/>
      ${flows('s>either', `either>left>\${small}`, 'r:either>right', 'left>both', 'right>both', 'both>e')}`,
    );

    const { findings } = exploreProcess({ graph, context, starts: [{ small: true }, { small: false }] });

    expect(findings.filter(({ rule }) => rule === 'without-end').map(({ element }) => element)).toContain(
      'both',
    );
  });

  test('tells a step that fails because a condition reads what nobody has filled', async () => {
    const graph = await drawn(
      `${ends}${task('review')}${choice('ok', 'no')}${flows('s>review', 'review>ok', `ok>review>\${again}`, 'no:ok>e')}`,
    );

    const { findings } = exploreProcess({ graph, context, starts: [{}] });

    expect(findings[0]).toMatchObject({ rule: 'step-fails', params: { code: 'EXPRESSION' } });
    expect(findings[0]?.message).toContain('again');
  });

  test('tells a task for a role that the plan does not have', async () => {
    const graph = await drawn(`${ends}${task('review', 'guidance-group')}${flows('s>review', 'review>e')}`);

    const { findings } = exploreProcess({ graph, context, starts: [{}], roles: new Set(['class-teacher']) });

    expect(findings).toMatchObject([
      { rule: 'task-without-performer', element: 'review', params: { roles: 'guidance-group' } },
    ]);
  });

  test('lets timers fire, messages come and errors be reported', async () => {
    const graph = await drawn(
      `${ends}${task('review')}${task('late')}${task('wrong')}
      <bpmn:boundaryEvent id="due" attachedToRef="review">${EVENT.hour}</bpmn:boundaryEvent>
      <bpmn:boundaryEvent id="failed" attachedToRef="review">${EVENT.error}</bpmn:boundaryEvent>
      ${flows('s>review', 'review>e', 'due>late', 'late>e', 'failed>wrong', 'wrong>e')}`,
    );

    expect(exploreProcess({ graph, context, starts: [{}] })).toMatchObject({ findings: [], unreached: [] });
  });

  test('claims nothing about the rest when the budget is used up', async () => {
    const branches = ['t1', 't2', 't3', 't4', 't5', 't6'];
    const graph = await drawn(
      `${ends}<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>${branches.map((id) => task(id)).join('')}
      ${task('last')}${flows('s>fork', ...branches.flatMap((id) => [`fork>${id}`, `${id}>join`]), 'join>last', 'last>e')}`,
    );

    const cut = exploreProcess({ graph, context, starts: [{}], budget: 20 });
    const whole = exploreProcess({ graph, context, starts: [{}] });

    expect(cut).toMatchObject({ findings: [], unexplored: ['steps'], steps: 20 });
    expect(cut.unreached).toContain('last');
    expect(whole).toMatchObject({ findings: [], unexplored: [], unreached: [] });
  });

  const reminder = (behind: string) => `${ends}${task('review')}${task('remind')}<bpmn:endEvent id="done"/>
      <bpmn:boundaryEvent id="due" cancelActivity="false" attachedToRef="review">${EVENT.message}</bpmn:boundaryEvent>
      ${flows('s>review', 'review>e', 'due>remind')}${behind}`;

  test('follows a reminder that may come again and again', async () => {
    const graph = await drawn(reminder('<bpmn:sequenceFlow id="x" sourceRef="remind" targetRef="done"/>'));

    expect(exploreProcess({ graph, context, starts: [{}] })).toMatchObject({
      findings: [],
      unexplored: [],
      unreached: [],
    });
  });

  test('says that not every number of reminders before a join was looked at', async () => {
    const graph = await drawn(
      reminder(
        `<bpmn:parallelGateway id="f"/><bpmn:parallelGateway id="j"/>${task('one')}${task('two')}
        ${flows('x0:remind>f', 'x1:f>one', 'x2:f>two', 'x3:one>j', 'x4:two>j', 'x5:j>done')}`,
      ),
    );

    const { unexplored, findings } = exploreProcess({ graph, context, starts: [{}], budget: 20_000 });

    expect(unexplored).toContain('repetition');
    expect(findings).toEqual([]);
  });
});

test('what a random run passes has been reached, when everything was explored', async () => {
  let complete = 0;
  await fc.assert(
    fc.asyncProperty(
      block,
      fc.nat(11),
      fc.array(fc.nat(99), { minLength: 60, maxLength: 60 }),
      async (root, choiceOf, picks) => {
        const { graphs } = await deployable(processOf(root).xml);
        const [graph] = graphs;
        if (graph === undefined) return;
        const start = { choice: choiceOf, again: false };
        const decide = (id: string): Values[] =>
          id.startsWith('decide') ? [{ again: true }, { again: false }] : [];
        const explored = exploreProcess({ graph, context, starts: [start], answers: decide, budget: 1_500 });
        if (explored.unexplored.length > 0) return;
        complete += 1;

        expect(explored.findings.filter(({ rule }) => rule !== 'never-reached')).toEqual([]);
        let { state, effects } = step(graph, null, { type: 'start', variables: start }, context);
        const passed = [...passedBy(effects)];
        for (const pick of picks) {
          const waits = openWaits(graph, state);
          const wait = waits[pick % waits.length];
          if (wait === undefined) break;
          const { token, answer } = wait;
          const command: Command =
            answer === 'fire-timer' || answer === 'run-job'
              ? { type: answer, token }
              : { type: answer, token, variables: decide(wait.elementId)[pick % 2] ?? {} };
          ({ state, effects } = step(graph, state, command, context));
          passed.push(...passedBy(effects));
        }
        expect(passed.filter((id) => !explored.reached.has(id))).toEqual([]);
      },
    ),
    { numRuns: 80, seed: 2026 },
  );
  expect(complete).toBeGreaterThan(30);
}, 60_000);
