// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of BPMN, not templates
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import { complete, openRaceWorld, type RaceWorld, submit } from '../../crash/race-world.ts';
import type { Caller } from '../../identity/caller.ts';
import { runDueJobs } from '../../jobs/job-executor.ts';
import { transaction } from '../../persistence/transaction.ts';
import { moveByHand } from '../instances/correct-instance.ts';
import { getInstance } from '../instances/get-instance.ts';
import { tryModification } from '../instances/try-modification.ts';
import { addSigners } from './add-signers.ts';
import { claimTask } from './hand-on-task.ts';
import { signTask } from './sign-task.ts';

jest.setTimeout(120_000);
const allTeachers =
  '"variables": [{ "name": "signers", "source": { "from": "members", "role": "class-teacher" } },';

/** The shipped plan, whose review is done by every teacher of the class: as the marker says. */
const signedBy = (sequential: boolean, condition: string) => (text: string) =>
  text
    .replace('"variables": [', allTeachers)
    .replace(
      '<bpmn:userTask id="review" name="班主任确认" camunda:formKey="record-decision" camunda:candidateGroups="class-teacher"',
      '<bpmn:userTask id="review" name="班主任确认" camunda:formKey="record-decision" camunda:assignee="${signer}"',
    )
    .replace(
      '<bpmn:outgoing>toOutcome</bpmn:outgoing>',
      `<bpmn:outgoing>toOutcome</bpmn:outgoing><bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}" camunda:collection="\${signers}" camunda:elementVariable="signer">${condition}</bpmn:multiInstanceLoopCharacteristics>`,
    );
const until = (expression: string) =>
  `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${expression}</bpmn:completionCondition>`;

const worlds: Record<string, RaceWorld> = {};
const world = (name: string) => {
  const found = worlds[name];
  if (!found) throw new Error(`no world "${name}"`);
  return found;
};

beforeAll(async () => {
  worlds.joint = await openRaceWorld(signedBy(false, ''));
  worlds.any = await openRaceWorld(signedBy(false, until('${nrOfCompletedInstances &gt;= 1}')));
  worlds.turn = await openRaceWorld(signedBy(true, ''));
  worlds.half = await openRaceWorld(
    signedBy(false, until('${nrOfCompletedInstances / nrOfInstances &gt;= 0.5}')),
  );
});
afterAll(async () => {
  for (const each of Object.values(worlds)) await each.close();
});

async function waiting(name: string) {
  const { context } = world(name);
  const { pupil, teachers } = await world(name).nextPupil();
  return { context, teachers, record: await submit(context, pupil) };
}
type Waiting = Awaited<ReturnType<typeof waiting>>;

const openTasks = ({ context }: Waiting, record: RecordSummary) =>
  context.sql.all<{ id: string; assignee_id: string; name: string }>(
    "SELECT id, assignee_id, name FROM task WHERE instance_id = ? AND status = 'open' AND signs_for IS NULL AND element_id = 'review' ORDER BY created_at, id",
    [record.instanceId],
  );
async function decide(at: Waiting, who: Caller) {
  const task = (await openTasks(at, at.record)).find(({ assignee_id }) => assignee_id === who.userId);
  if (!task) throw new Error(`${who.name} has no task`);
  await complete(at.context, who, task.id, 'confirmed');
}
const passed = async ({ context, record }: Waiting) =>
  (await context.sql.one(
    "SELECT activity FROM activity WHERE instance_id = ? AND element_id = 'notifyConfirmed'",
    [record.instanceId],
  )) !== null;
const story = async ({ context, record }: Waiting) =>
  (await getInstance(context, record.instanceId)).timeline.map(({ kind, actor }) => [kind, actor]);

describe('会签, 或签, 依次', () => {
  test('joint: everybody signs, each under their own name, before it goes on', async () => {
    const at = await waiting('joint');
    const [one, two] = at.teachers;
    expect((await openTasks(at, at.record)).map(({ assignee_id }) => assignee_id).sort()).toEqual(
      [one.userId, two.userId].sort(),
    );
    await decide(at, one);
    expect(await passed(at)).toBe(false);
    await decide(at, two);
    expect(await passed(at)).toBe(true);
    expect((await story(at)).filter(([kind]) => kind === 'task-completed')).toEqual([
      ['task-completed', one.name],
      ['task-completed', two.name],
    ]);
  });

  test('joint: it stands at one step, which is left as a whole when it is moved by hand, and begun as a whole', async () => {
    const at = await waiting('joint');
    const id = at.record.instanceId;
    const step = { elementId: 'review', name: '班主任确认' };
    expect((await getInstance(at.context, id)).diagram.active).toEqual([{ ...step, dueAt: null }]);
    const toRevision = [
      { do: 'start-before', elementId: 'revise' },
      { do: 'cancel-all', elementId: 'review' },
    ] as const;
    expect(await tryModification(at.context, { id, instructions: toRevision })).toMatchObject({
      ends: [step],
    });
    await moveByHand(at.context, at.teachers[0], { id, reason: '重填', instructions: toRevision });
    const back = [
      { do: 'start-before', elementId: 'review' },
      { do: 'cancel-all', elementId: 'revise' },
    ] as const;
    const { begins } = await tryModification(at.context, { id, instructions: back });
    expect(begins).toMatchObject([{ ...step, asked: ['person'] }]);
    await moveByHand(at.context, at.teachers[0], { id, reason: '再签', instructions: back });
    expect((await getInstance(at.context, id)).timeline.at(-1)).toMatchObject({
      kind: 'modified',
      name: '学生修改',
      to: '班主任确认',
      remark: '再签',
    });
  });

  test('any of: one signature is enough, and the others’ tasks go', async () => {
    const at = await waiting('any');
    await decide(at, at.teachers[1]);
    expect([await passed(at), (await openTasks(at, at.record)).length]).toEqual([true, 0]);
    expect((await story(at)).map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['task-completed', 'task-cancelled']),
    );
  });

  test('in turn: the second is asked when the first has signed', async () => {
    const at = await waiting('turn');
    const order = [...at.teachers].sort((a, b) => (a.userId < b.userId ? -1 : 1));
    for (const who of order) {
      expect((await openTasks(at, at.record)).map(({ assignee_id }) => assignee_id)).toEqual([who.userId]);
      expect(await passed(at)).toBe(false);
      await decide(at, who);
    }
    expect(await passed(at)).toBe(true);
  });

  test('by percentage: it goes on when half of those asked have signed', async () => {
    const at = await waiting('half');
    await decide(at, at.teachers[0]);
    expect(await passed(at)).toBe(true);
  });

  test('a signer who is added in one of several instances is waited for there, and only there', async () => {
    const at = await waiting('joint');
    const [one, two] = at.teachers;
    const mine =
      (await openTasks(at, at.record)).find(({ assignee_id }) => assignee_id === one.userId)?.id ?? '';
    await transaction(at.context.database, () => claimTask(at.context, one, { taskId: mine }));
    await transaction(at.context.database, () =>
      addSigners(at.context, one, {
        taskId: mine,
        people: [two.userId],
        position: 'parallel',
        reason: '会商',
      }),
    );
    await decide(at, one);
    await decide(at, two);
    expect(await passed(at)).toBe(false);
    // when
    const asked = await at.context.sql.one<{ id: string }>('SELECT id FROM task WHERE signs_for = ?', [mine]);
    await transaction(at.context.database, () =>
      signTask(at.context, two, { taskId: asked?.id ?? '', agrees: true, opinion: '' }),
    );
    // then
    expect(await passed(at)).toBe(true);
    expect((await story(at)).map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['signer-added', 'signed', 'task-completed']),
    );
  });
});

describe('空审批人', () => {
  const nobody = (practice: string) => (text: string) =>
    text.replace(
      'camunda:candidateGroups="class-teacher" camunda:dueDate="${reminderPeriod}">',
      `camunda:candidateGroups="class-teacher" camunda:dueDate="\${reminderPeriod}"><bpmn:extensionElements><camunda:properties><camunda:property name="nobody" value="${practice}" /></camunda:properties></bpmn:extensionElements>`,
    );
  const abandoned = async (practice: 'up' | 'skip') => {
    worlds[practice] = await openRaceWorld((text) =>
      // Documentation comes before extension elements.
      nobody(practice)(text).replace(
        /(<bpmn:extensionElements><camunda:properties><camunda:property name="nobody".*?<\/bpmn:extensionElements>)(\s*)(<bpmn:documentation>.*?<\/bpmn:documentation>)/s,
        '$3$2$1',
      ),
    );
    const at = await waiting(practice);
    await transaction(at.context.database, () =>
      at.context.sql.run(
        "UPDATE outbox SET payload = REPLACE(payload, 'role:class-teacher@', 'role:class-teacher@nowhere-') WHERE kind = 'task-created'",
      ),
    );
    await runDueJobs(at.context);
    return at;
  };

  test('up: the task is offered to the administrators of the school, and the history says so', async () => {
    const at = await abandoned('up');
    const [task] = await openTasks(at, at.record);
    const holders = await at.context.sql.all<{ holder: string }>(
      'SELECT holder FROM task_candidate WHERE task_id = ?',
      [task?.id ?? ''],
    );
    expect(holders.map(({ holder }) => holder.split('@')[0])).toEqual(['role:school-admin']);
    expect((await story(at)).map(([kind]) => kind)).toContain('passed-up');
  });

  test('skip: the flow takes its default way without a decision', async () => {
    const at = await abandoned('skip');
    expect(await openTasks(at, at.record)).toEqual([]);
    expect((await story(at)).map(([kind]) => kind)).toContain('skipped');
    const waitsAt = await at.context.sql.one('SELECT element_id FROM external_task WHERE instance_id = ?', [
      at.record.instanceId,
    ]);
    expect(waitsAt).toEqual({ element_id: 'notifyReturned' });
  });
});
