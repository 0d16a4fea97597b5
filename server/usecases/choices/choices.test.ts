import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Choice } from '@oneplan/runtime/contracts/api/choices.ts';
import { loadCaller } from '../../identity/caller.ts';
import { type Client, openTestServer, type TestServer } from '../../testing/test-server.ts';
import { checkReferences } from '../records/check-references.ts';

let server: TestServer;
const clients = new Map<string, Client>();

beforeAll(async () => {
  server = await openTestServer();
}, 120_000);
afterAll(() => server.close());

const as = async (username: string) => {
  const client = clients.get(username) ?? (await server.signIn(username));
  clients.set(username, client);
  return client;
};
const choices = async (username: string, path: string) =>
  (await (await as(username)).get<{ items: Choice[] }>(`/api/choices/${path}`)).body.items;
const classesOf = async (pupils: readonly Choice[]) => {
  const rows = await server.context.sql.all<{ class_id: string }>(
    `SELECT DISTINCT class_id FROM enrolment WHERE valid_to IS NULL AND student_id IN (${pupils.map(() => '?').join(',')})`,
    pupils.map(({ id }) => id),
  );
  return rows.map(({ class_id }) => class_id);
};

describe('whom and what a person may choose in a form', () => {
  test('a teacher and a pupil choose pupils of the own class, and no others', async () => {
    const pupil = await as('pupil');
    const teacher = await choices('teacher', 'pupil');
    expect(teacher.length).toBeGreaterThan(10);
    expect(await classesOf(teacher)).toHaveLength(1);
    expect(teacher.map(({ id }) => id)).toContain(pupil.me.student?.id);
    expect(await choices('pupil', 'pupil')).toEqual(teacher);
    expect(new Set(teacher.map(({ detail }) => detail)).size).toBe(1);
  });

  test('a guardian chooses the own children', async () => {
    const [child, ...others] = await choices('guardian', 'pupil');
    expect(others).toEqual([]);
    expect(child?.id).toBe((await as('pupil')).me.student?.id);
  });

  test('who steers by numbers is named no pupil, and an auditor is asked nothing', async () => {
    for (const username of ['principal', 'nanshan', 'city', 'supervisor'])
      expect(await choices(username, 'pupil')).toEqual([]);
    const auditor = await as('auditor');
    expect((await auditor.get('/api/choices/pupil')).status).toBe(403);
  });

  test('classes are the own ones for a teacher, and all of the school for its administrator', async () => {
    expect(await choices('teacher', 'schoolClass')).toHaveLength(1);
    const all = await choices('school', 'schoolClass');
    expect(all.length).toBeGreaterThan(1);
    const { body } = await (await as('school')).get<{ items: Choice[] }>('/api/choices/schoolClass');
    expect(body.items).toEqual(all);
  });

  test('units are those around the caller, of the kinds that the form offers', async () => {
    const around = await choices('pupil', 'orgUnit');
    expect(around.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['深圳市', '南山区', '南山望海实验学校']),
    );
    const schools = await choices('pupil', 'orgUnit?unitKinds=school');
    expect(schools.map(({ name }) => name)).toEqual(['南山望海实验学校']);
    expect((await choices('nanshan', 'orgUnit?unitKinds=school')).length).toBeGreaterThan(0);
  });

  test('persons are those of the own school, by what they do; no stranger’s teacher is named', async () => {
    const teachers = await choices('pupil', 'person?roles=class-teacher');
    expect(teachers.map(({ id }) => id)).toEqual([(await as('teacher')).me.user.id]);
    const staff = (await choices('teacher', 'person')).map(({ id }) => id);
    expect(staff).toContain((await as('principal')).me.user.id);
    expect(staff).not.toContain((await as('teacher2')).me.user.id);
    const below = (await choices('nanshan', 'person')).map(({ id }) => id);
    expect(below).toContain((await as('principal')).me.user.id);
    expect(below).not.toContain((await as('teacher')).me.user.id);
  });

  test('a role that no form can offer is refused', async () => {
    expect((await (await as('pupil')).get('/api/choices/person?roles=pupil')).status).toBe(400);
  });
});

describe('a choice that is sent', () => {
  const definition = {
    components: [
      { type: 'pupil', key: 'mates', label: '同学', multiple: true },
      {
        type: 'datagrid',
        key: 'rows',
        components: [{ type: 'person', key: 'mentor', label: '指导老师', roles: ['class-teacher'] }],
      },
    ],
  };
  const check = async (username: string, data: object, stored: object = {}) => {
    const caller = await loadCaller(server.context, (await as(username)).me.user.id);
    if (!caller) throw new Error('no such caller');
    return checkReferences(server.context, caller, definition, { ...stored }, { ...data });
  };

  test('is stored under the name that the organisation knows, whatever name was sent', async () => {
    const [mate] = await choices('pupil', 'pupil');
    const teacher = (await as('teacher')).me.user;
    const data = {
      mates: [{ id: mate?.id, name: '假名' }],
      rows: [{ mentor: { id: teacher.id, name: '' } }],
    };
    expect(await check('pupil', data)).toEqual({
      mates: [{ id: mate?.id, name: mate?.name }],
      rows: [{ mentor: { id: teacher.id, name: teacher.name } }],
    });
  });

  test('of somebody whom the caller may not choose is refused at its place', async () => {
    const stranger = (await choices('teacher2', 'pupil'))[0];
    await expect(check('pupil', { mates: [{ id: stranger?.id, name: '甲' }] })).rejects.toMatchObject({
      code: 'validation-failed',
      detail: { errors: [{ path: 'mates[0]', rule: 'reference', params: { name: '甲' } }] },
    });
    const principal = (await as('principal')).me.user.id;
    await expect(
      check('pupil', { rows: [{ mentor: { id: principal, name: '校长' } }] }),
    ).rejects.toMatchObject({ detail: { errors: [{ path: 'rows[0].mentor', rule: 'reference' }] } });
  });

  test('that was stored before stays, also for somebody who could not choose it', async () => {
    const [mate] = await choices('pupil', 'pupil');
    const stored = { mates: [{ id: mate?.id, name: mate?.name }] };
    expect(await check('principal', stored, stored)).toEqual(stored);
  });
});
