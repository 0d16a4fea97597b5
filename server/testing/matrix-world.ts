import type { TargetKind } from '@oneplan/runtime/contracts/permissions.ts';
import type { OrgUnitKind, Role } from '@oneplan/runtime/contracts/roles.ts';
import type { Context } from '../context.ts';
import type { Relation } from '../identity/policy.ts';
import { transaction } from '../persistence/transaction.ts';
import { fileAndAccept } from './accept-filing.ts';
import { deliveredCommand } from './matrix-requests.ts';
import type { Client, TestServer } from './test-server.ts';

/** `own`: beside the caller (same pupil, class, school, district). `other`: in another school of another district. */
export type Side = 'own' | 'other';
export const sides: readonly Side[] = ['own', 'other'];

export interface MatrixWorld {
  readonly clients: Readonly<Record<Role, Client>>;
  /** The thing of each kind on each side. */
  target(kind: TargetKind, role: Role, side: Side): string;
}

const day = '2026-09-01';

/** The unit that a role of the `own` side is held at. */
const unitKindOf: Readonly<Record<Exclude<Role, 'pupil' | 'guardian'>, OrgUnitKind>> = {
  'city-admin': 'city',
  'district-admin': 'district',
  'school-admin': 'school',
  principal: 'school',
  'grade-leader': 'grade',
  'class-teacher': 'class',
  'subject-teacher': 'class',
  'group-member': 'school',
  inspector: 'school',
  'system-auditor': 'city',
};

/** Two record flows side by side, and one user for each role who holds that role and no other. */
export async function openMatrixWorld(server: TestServer): Promise<MatrixWorld> {
  const things = { own: await thingsOf(server, ''), other: await thingsOf(server, '2') };
  await transaction(server.context.database, () => insertDelivered(server.context));
  const clients: Partial<Record<Role, Client>> = {
    pupil: await server.signIn('pupil'),
    guardian: await server.signIn('guardian'),
  };
  for (const [role, kind] of Object.entries(unitKindOf)) {
    clients[role as Role] = await singleRole(server, role as Role, things.own.units[kind]);
  }
  return {
    clients: clients as Record<Role, Client>,
    target(kind, role, side) {
      if (kind !== 'org-unit') return things[side][kind];
      return things[side].units[role === 'pupil' || role === 'guardian' ? 'class' : unitKindOf[role]];
    },
  };
}

async function insertDelivered({ sql, now, newId }: Context): Promise<void> {
  await sql.insert('engine_command', [
    {
      id: deliveredCommand,
      instance_id: newId(),
      position: 1,
      kind: 'start',
      payload: '{}',
      created_at: now(),
      due_at: now(),
      state: 'delivered',
    },
  ]);
}

async function singleRole(server: TestServer, role: Role, orgUnitId: string): Promise<Client> {
  const { tables, newId } = server.context;
  const sample = await tables.users.findOne({ username: 'pupil' });
  if (!sample) throw new Error('the demo has no account "pupil"');
  const user = { ...sample, id: newId(), username: `matrix-${role}`, name: role };
  await tables.users.insert(user);
  const interval = { validFrom: day, validTo: null };
  if (role === 'group-member') {
    const group = { id: newId(), orgUnitId, kind: 'guidance' as const, name: '指导组', ...interval };
    await tables.groups.insert(group);
    await tables.groupMembers.insert({
      id: newId(),
      groupId: group.id,
      userId: user.id,
      office: null,
      ...interval,
    });
  } else {
    await tables.memberships.insert({ id: newId(), userId: user.id, role, orgUnitId, ...interval });
  }
  return server.signIn(user.username);
}

type Things = Record<Exclude<TargetKind, 'org-unit'>, string> & { units: Record<OrgUnitKind, string> };

/** A pupil with an attachment, a record that waits for the class teacher, a notice of the class, and the district's layer. */
async function thingsOf(server: TestServer, suffix: '' | '2'): Promise<Things> {
  const { context } = server;
  const pupil = await server.signIn(`pupil${suffix}`);
  const student = pupil.me.student?.id ?? '';
  const upload = await pupil.send<{ id: string }>('POST', `/api/students/${student}/attachments?name=a.pdf`, {
    body: Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF'),
  });
  const submitted = await pupil.send<{ record: { id: string; instanceId: string } }>(
    'POST',
    '/api/submissions',
    {
      body: { studentId: student, formKey: 'b-r01', data: goodDeed(upload.body.id) },
    },
  );
  if (submitted.status !== 200) throw new Error(JSON.stringify(submitted.body));
  const { id: record, instanceId: instance } = submitted.body.record;
  const task = await context.sql.one<{ id: string; class_id: string }>(
    'SELECT id, class_id FROM task WHERE instance_id = ?',
    [instance],
  );
  const classId = task?.class_id ?? '';
  const line =
    (await context.tables.orgUnits.findOne({ id: classId }))?.path.split('/').filter(Boolean) ?? [];
  const units = {} as Record<OrgUnitKind, string>;
  for (const unit of await context.tables.orgUnits.find({ id: line })) units[unit.kind] = unit.id;
  const layer = await context.tables.layers.findOne({ orgUnitId: units.district });
  const officer = await server.signIn(suffix === '' ? 'nanshan' : 'futian');
  const city = await server.signIn('city');
  const { bundle, filing } = await publishChanged(server, { officer, city }, layer?.id ?? '');
  const notice = context.newId();
  await context.tables.notices.insert({
    id: notice,
    openedByTask: context.newId(),
    closedByTask: null,
    instanceId: instance,
    submissionId: record,
    studentId: student,
    audienceId: classId,
    heading: '公示',
    studentName: '学生',
    className: '班',
    fields: '[]',
    opensAt: context.now(),
    closesAt: null,
    closedAt: null,
  });
  const job = context.newId();
  const incident = context.newId();
  await transaction(context.database, () => insertFailure(context, { job, incident, instance }));
  return {
    units,
    student,
    job,
    incident,
    record,
    task: task?.id ?? '',
    instance,
    attachment: upload.body.id,
    notice,
    layer: layer?.id ?? '',
    bundle,
    filing,
  };
}

/** A timer far in the future, and an incident whose cause is gone: resolving it is refused and changes nothing. */
async function insertFailure(
  { sql, now, newId }: Context,
  ids: { readonly job: string; readonly incident: string; readonly instance: string },
): Promise<void> {
  const place = {
    instance_id: ids.instance,
    definition_id: newId(),
    process_key: 'p',
    element_id: 'e',
    token: 999,
  };
  await sql.insert('job', [
    { id: ids.job, kind: 'timer', ...place, due_at: now() + 1e11, retries: 3, created_at: now() },
  ]);
  await sql.insert('incident', [
    {
      id: ids.incident,
      kind: 'failedJob',
      ...place,
      configuration: newId(),
      message: null,
      created_at: now(),
    },
  ]);
}

/** Publishes a changed draft of a district, and files it again, so that a task waits for the city. */
async function publishChanged(
  { context }: TestServer,
  { officer, city }: { readonly officer: Client; readonly city: Client },
  layer: string,
): Promise<{ bundle: string; filing: string }> {
  const path = `/api/layers/${layer}/artefacts/form/record-decision`;
  const form = await officer.get<{ content: string; revision: number }>(path);
  await officer.send('PUT', path, {
    body: { content: form.body.content.replace('"属实"', '"情况属实"') },
    headers: { 'if-match': `"${form.body.revision}"` },
  });
  await fileAndAccept(officer, city, layer, [2031]);
  const published = await officer.send<{ bundle: { id: string } }>('POST', `/api/layers/${layer}/publish`, {
    body: { note: '', cohorts: [2031] },
  });
  if (published.status !== 200) throw new Error(JSON.stringify(published.body));
  const again = await officer.send<{ filing: { id: string } }>('POST', `/api/layers/${layer}/filing`, {
    body: { note: '', cohorts: [2032] },
  });
  if (again.status !== 200) throw new Error(JSON.stringify(again.body));
  const filing = again.body.filing.id;
  // Its task stays open whatever the cells do with the layer.
  await context.tables.filings.update({ id: filing }, { state: 'returned' });
  return { bundle: published.body.bundle.id, filing };
}

const goodDeed = (attachment: string) => ({
  kind: 'good-deed',
  title: '社区志愿服务',
  date: '2026-11-01T00:00:00+08:00',
  place: '社区',
  organisedBy: 'self',
  description: '和同学一起为社区里行动不便的老人买菜、送药，陪他们聊天，连续三个周末。',
  evidence: [
    {
      storage: 'oneplan',
      name: attachment,
      originalName: 'a.pdf',
      size: 1,
      type: 'application/pdf',
      url: `/api/attachments/${attachment}`,
    },
  ],
  pledge: true,
});

/**
 * Whether a relation holds between a caller of a role and a thing of a kind, told from the organisation alone and
 * without the code that decides at run time.
 */
export function relationHolds(relation: Relation, role: Role, kind: TargetKind, side: Side): boolean {
  const aboveAll = role === 'city-admin' || role === 'system-auditor';
  const near = side === 'own';
  const ofPupil = ['student', 'record', 'task', 'instance', 'attachment', 'job', 'incident'].includes(kind);
  switch (relation) {
    case 'own':
      return false;
    case 'self':
      return near && role === 'pupil' && ofPupil;
    case 'child':
      return near && role === 'guardian' && ofPupil;
    case 'unit':
      return (aboveAll || near) && !(isPlan(kind) && depth(role) > 1);
    case 'above':
      return aboveAll || near;
    case 'holder':
      return (
        (near && role === 'class-teacher' && kind === 'task') || (role === 'city-admin' && kind === 'filing')
      );
    case 'took-part':
      return near && role === 'class-teacher' && ['record', 'task', 'instance', 'attachment'].includes(kind);
    case 'copied':
      // Nobody was sent a copy in this world; what a copy opens is tested with the practice itself.
      return false;
    case 'audience':
      return (
        near && kind === 'notice' && ['class-teacher', 'subject-teacher', 'pupil', 'guardian'].includes(role)
      );
  }
}

/** Layers and bundles of the matrix belong to the districts. */
const isPlan = (kind: TargetKind) => kind === 'layer' || kind === 'bundle' || kind === 'filing';
const depth = (role: Role) =>
  role === 'city-admin' || role === 'system-auditor' ? 0 : role === 'district-admin' ? 1 : 2;
