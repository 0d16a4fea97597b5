import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { RecordSummary } from '@oneplan/runtime/contracts/api/records.ts';
import {
  callerOf,
  complete,
  openRaceWorld,
  openTask,
  type RaceWorld,
  submit,
} from '../../crash/race-world.ts';
import { transaction } from '../../persistence/transaction.ts';
import { moveByHand } from './correct-instance.ts';
import { getInstance } from './get-instance.ts';
import { getOperatedInstance } from './get-operated-instance.ts';
import { listOperatedInstances } from './list-operated-instances.ts';
import { suspendInstance } from './suspend-instance.ts';
import { tryModification } from './try-modification.ts';

jest.setTimeout(120_000);
let world: RaceWorld;
let city: string;

beforeAll(async () => {
  world = await openRaceWorld();
  city = (await world.context.tables.orgUnits.findOne({ kind: 'city' }))?.id ?? '';
});
afterAll(() => world.close());

async function submitted(): Promise<{
  record: RecordSummary;
  studentId: string;
  returnIt: () => Promise<void>;
}> {
  const { pupil, teachers } = await world.nextPupil();
  const record = await submit(world.context, pupil);
  return {
    record,
    studentId: pupil.studentId ?? '',
    returnIt: async () => {
      await complete(world.context, teachers[0], await openTask(world.context, record), 'returned');
    },
  };
}

const list = (orgUnitId: string, more: object = {}) =>
  listOperatedInstances(world.context, orgUnitId, { after: undefined, limit: 50, filter: 'all', ...more });
const toRevision = [
  { do: 'start-before', elementId: 'revise' },
  { do: 'cancel-all', elementId: 'review' },
] as const;

describe('the running instances of an org unit', () => {
  test('are listed newest first, with class and place, without the name of a pupil', async () => {
    const { record, studentId } = await submitted();
    const { items } = await list(city);
    expect(items[0]).toMatchObject({
      id: record.instanceId,
      active: ['班主任确认'],
      state: 'active',
      className: expect.any(String),
    });
    const pupil = await world.context.tables.students.findOne({ id: studentId });
    expect(JSON.stringify(items)).not.toContain(pupil?.name);
  });

  test('of another school are not among them', async () => {
    const { record, studentId } = await submitted();
    const enrolment = await world.context.tables.enrolments.findOne({ studentId });
    const schools = await world.context.tables.orgUnits.find({ kind: 'school' });
    const other = schools.find(({ id }) => id !== enrolment?.schoolId);
    const ids = async (unit: string) => (await list(unit)).items.map(({ id }) => id);
    expect(await ids(enrolment?.schoolId ?? '')).toContain(record.instanceId);
    expect(await ids(other?.id ?? '')).not.toContain(record.instanceId);
  });

  test('can be narrowed to a pupil, to what is suspended and to what failed, page by page', async () => {
    const { record, studentId } = await submitted();
    const { record: still } = await submitted();
    const school = await callerOf(world.context, 'school');
    await suspendInstance(world.context, school, { id: still.instanceId, reason: '休学' });
    await transaction(world.context.database, () =>
      world.context.sql.insert('incident', [
        {
          id: world.context.newId(),
          kind: 'failedJob',
          instance_id: record.instanceId,
          definition_id: world.context.newId(),
          process_key: 'p',
          element_id: 'e',
          token: 99,
          configuration: world.context.newId(),
          message: null,
          created_at: world.context.now(),
        },
      ]),
    );
    expect((await list(city, { studentId })).items).toMatchObject([
      { id: record.instanceId, state: 'incident' },
    ]);
    expect((await list(city, { filter: 'incident' })).items.map(({ id }) => id)).toEqual([record.instanceId]);
    expect((await list(city, { filter: 'suspended' })).items).toMatchObject([
      { id: still.instanceId, suspended: true },
    ]);
    const first = await list(city, { limit: 1 });
    const second = await list(city, { limit: 1, after: first.next ?? undefined });
    expect(second.items[0]?.id).toBeDefined();
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });
});

describe('an instance as whoever operates it sees it', () => {
  test('names the elements that work can be ended at or begun before', async () => {
    const { record } = await submitted();
    const { elements, diagram } = await getOperatedInstance(world.context, record.instanceId);
    const of = (id: string) => elements.find(({ elementId }) => elementId === id);
    expect(of('review')).toMatchObject({ active: true, startable: true, kind: 'user-task' });
    expect(of('revise')).toMatchObject({ active: false, startable: true });
    expect(of('submitted')).toMatchObject({ startable: false });
    expect(of('reviewOverdue')).toMatchObject({ startable: false, active: false });
    expect(diagram.active).toEqual(['review']);
  });

  test('keeps to itself who said what in the matter, and tells what was done by hand', async () => {
    const { record, returnIt } = await submitted();
    await returnIt();
    const school = await callerOf(world.context, 'school');
    await suspendInstance(world.context, school, { id: record.instanceId, reason: '休学' });
    const { timeline } = await getOperatedInstance(world.context, record.instanceId);
    expect(timeline.find(({ kind }) => kind === 'task-completed')).toMatchObject({
      actor: null,
      remark: null,
      outcome: null,
    });
    expect(timeline.find(({ kind }) => kind === 'submitted')).toMatchObject({ actor: null });
    expect(timeline.at(-1)).toMatchObject({ kind: 'suspended', actor: school.name, remark: '休学' });
    const whole = await getInstance(world.context, record.instanceId);
    expect(whole.timeline.find(({ kind }) => kind === 'submitted')?.actor).not.toBeNull();
  });
});

describe('moving an instance by hand, tried first', () => {
  test('says what ends and who is asked then, changes nothing, and is what the move brings about', async () => {
    // given
    const { record } = await submitted();
    const before = await world.context.sql.all('SELECT * FROM process_instance WHERE id = ?', [
      record.instanceId,
    ]);
    // when
    const preview = await tryModification(world.context, { id: record.instanceId, instructions: toRevision });
    // then
    expect(preview).toEqual({
      ends: [{ elementId: 'review', name: '班主任确认' }],
      passes: [],
      begins: [{ elementId: 'revise', name: '学生修改', asked: ['pupil'], dueAt: null }],
      completes: false,
    });
    expect(
      await world.context.sql.all('SELECT * FROM process_instance WHERE id = ?', [record.instanceId]),
    ).toEqual(before);
    const school = await callerOf(world.context, 'school');
    await moveByHand(world.context, school, {
      id: record.instanceId,
      reason: '误提交',
      instructions: toRevision,
    });
    const { active } = (await getOperatedInstance(world.context, record.instanceId)).diagram;
    expect(active).toEqual(preview.begins.map(({ elementId }) => elementId));
  });

  test('that was done stands in the history: who, when, why, from where to where', async () => {
    const { record } = await submitted();
    const school = await callerOf(world.context, 'school');
    await moveByHand(world.context, school, {
      id: record.instanceId,
      reason: '误提交',
      instructions: toRevision,
    });
    const { timeline } = await getInstance(world.context, record.instanceId);
    expect(timeline.find(({ kind }) => kind === 'modified')).toMatchObject({
      at: new Date(world.context.now()).toISOString(),
      actor: school.name,
      remark: '误提交',
      name: '班主任确认',
      to: '学生修改',
    });
  });

  test('that would leave nothing, or names what is not there, is refused', async () => {
    const { record } = await submitted();
    const attempt = (elementId: string) =>
      tryModification(world.context, {
        id: record.instanceId,
        instructions: [{ do: 'cancel-all', elementId }],
      });
    await expect(attempt('review')).rejects.toMatchObject({
      code: 'modification-not-possible',
      detail: { reason: 'NOTHING_LEFT' },
    });
    await expect(attempt('nowhere')).rejects.toMatchObject({ code: 'modification-not-possible' });
  });

  test('to the end says that the instance is over then', async () => {
    const { record } = await submitted();
    const instructions = [
      { do: 'start-before', elementId: 'archived' },
      { do: 'cancel-all', elementId: 'review' },
    ] as const;
    expect(await tryModification(world.context, { id: record.instanceId, instructions })).toMatchObject({
      completes: true,
      passes: [{ elementId: 'archived', name: '已归档' }],
    });
  });
});
