import { describe, expect, test } from '@jest/globals';
import { bpmnFile, type Files, formFile, replaceIn } from '@oneplan/runtime/plan/fixtures/shipped-plan.ts';
import { day, goodDeed, monday, shippedProcess } from '../fixtures/shipped-process.ts';
import {
  beginSession,
  beginUnfilled,
  complete,
  happen,
  restart,
  type Session,
  type SessionAnswer,
  toNextTimer,
  undo,
  wait,
} from './session.ts';

const record = { form: 'b-r01', data: goodDeed };

function going(answer: SessionAnswer): Session {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.session;
}

async function begun(edit?: (files: Files) => void): Promise<Session> {
  return going(beginSession(await shippedProcess(edit), { at: monday, record }));
}

/** Names of what the run waits for. */
const names = ({ played }: Session) => played.waiting.map(({ kind, name }) => `${kind} ${name}`);
const at = (session: Session, element: string) => {
  const found = session.played.waiting.find((one) => one.element === element);
  if (found === undefined) throw new Error(`nothing waits at ${element}`);
  return found;
};
const decide = (session: Session, filled: Readonly<Record<string, unknown>>) =>
  complete(session, at(session, 'review'), 'class-teacher', filled);

describe('a simulation of the shipped record flow', () => {
  test('says who has to act, by when, and which timer is next', async () => {
    const session = await begun();

    expect(session.played.waiting).toEqual([
      expect.objectContaining({
        kind: 'person',
        element: 'review',
        by: ['class-teacher'],
        dueAt: monday + 7 * day,
      }),
      expect.objectContaining({ kind: 'timer', element: 'reviewOverdue', dueAt: monday + 7 * day }),
    ]);
    expect(session.played).toMatchObject({
      active: ['review'],
      variables: {
        initiator: 'pupil-1',
        recordForm: 'b-r01',
        title: '拾到钱包交给失主',
        noticePeriod: 'P5D',
      },
    });
    expect(session.played.flows).toEqual(['toReviewFirst', 'toReview']);
  });

  test('goes through return, correction and confirmation into the archive', async () => {
    let session = await begun();

    session = going(decide(session, { outcome: 'returned', remark: '请写明地点' }));
    expect(names(session)).toEqual(['action 通知学生修改']);
    session = going(happen(session, at(session, 'notifyReturned')));
    expect(session.played.waiting).toEqual([
      expect.objectContaining({ kind: 'person', element: 'revise', by: ['pupil'] }),
    ]);
    session = going(complete(session, at(session, 'revise'), 'pupil', { ...goodDeed, title: '拾金不昧' }));
    expect(session.played).toMatchObject({
      record: { data: { title: '拾金不昧' } },
      variables: { title: '拾金不昧' },
    });
    session = going(decide(session, { outcome: 'confirmed' }));
    for (const element of ['notifyConfirmed', 'openNotice'])
      session = going(happen(session, at(session, element)));
    session = going(toNextTimer(session));
    for (const element of ['closeNotice', 'appendArchive'])
      session = going(happen(session, at(session, element)));

    expect(session.played.end).toBe('completed');
    expect(session.played.waiting).toEqual([]);
    expect(session.played.history.at(-1)).toMatchObject({ what: 'worked', reached: ['已归档'] });
  });

  test('counts the notice in working days of the plan', async () => {
    let session = going(decide(await begun(), { outcome: 'confirmed' }));
    for (const element of ['notifyConfirmed', 'openNotice'])
      session = going(happen(session, at(session, element)));

    expect(at(session, 'noticePeriod')).toMatchObject({ kind: 'timer', dueAt: monday + 7 * day });
    session = going(toNextTimer(session));

    expect(session.played.now).toBe(monday + 7 * day);
    expect(session.moves.at(-1)?.step).toEqual({ wait: 'P7D' });
    expect(session.played.history.at(-1)).toMatchObject({ what: 'timer', name: '公示期满' });
  });

  test('lets the reminder come while the class teacher does nothing, and the task stays', async () => {
    const session = going(wait(await begun(), 'P8D'));

    expect(names(session)).toEqual(['person 班主任确认', 'action 提醒班主任']);
    expect(session.played.now).toBe(monday + 8 * day);
  });

  test('refuses what the form at the step refuses, and nothing has happened', async () => {
    const session = await begun();

    const answer = decide(session, { outcome: 'returned' });

    expect(answer).toMatchObject({ ok: false, errors: [{ path: 'remark' }] });
    expect(names(session)).toEqual(['person 班主任确认', 'timer 超期未确认']);
  });

  test('checks the record that starts the flow, and can play the flow without one', async () => {
    const process = await shippedProcess();

    expect(beginSession(process, { at: monday, record: { form: 'b-r01', data: {} } })).toMatchObject({
      ok: false,
      errors: expect.arrayContaining([expect.objectContaining({ path: 'title' })]),
    });
    expect(going(beginUnfilled(process, monday, 'b-r01')).played.variables).toMatchObject({
      title: '思想品德突出表现',
    });
  });

  test('leaves a record as it is where the step does not let anybody change it', async () => {
    const session = going(decide(await begun(), { outcome: 'confirmed', title: '改过的名称' }));

    expect(session.played.record).toEqual((await begun()).played.record);
    expect(session.moves.at(-1)?.step).toEqual({
      complete: 'review',
      as: 'class-teacher',
      variables: { outcome: 'confirmed' },
    });
  });

  test('says which element fails where a condition cannot be evaluated', async () => {
    const session = await begun((files) =>
      replaceIn(files, bpmnFile, "outcome == 'confirmed'", "verdict == 'confirmed'"),
    );

    expect(decide(session, { outcome: 'confirmed' })).toMatchObject({
      ok: false,
      refusal: { why: 'step-fails', element: 'whenConfirmed' },
    });
  });

  test('plays the draft, not what is shipped', async () => {
    const session = await begun((files) =>
      replaceIn(files, formFile('record-decision'), '"value": "confirmed"', '"value": "agreed"'),
    );

    expect(decide(session, { outcome: 'confirmed' })).toMatchObject({ ok: false });
  });
});

describe('steps that are taken back', () => {
  test('lead to where the run was before, record and clock as well', async () => {
    const before = going(decide(await begun(), { outcome: 'returned', remark: '请补充' }));
    const waited = going(wait(going(happen(before, at(before, 'notifyReturned'))), 'P1D'));
    const revised = going(
      complete(waited, at(waited, 'revise'), 'pupil', { ...goodDeed, title: '拾金不昧' }),
    );

    expect(going(undo(revised)).played).toEqual(waited.played);
    expect(going(undo(going(undo(going(undo(revised)))))).played).toEqual(before.played);
    expect(going(restart(revised)).played).toEqual((await begun()).played);
  });

  test('end at the beginning', async () => {
    const session = await begun();

    expect(going(undo(session)).played).toEqual(session.played);
  });
});
