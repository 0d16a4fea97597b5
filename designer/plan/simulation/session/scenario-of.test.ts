import { expect, test } from '@jest/globals';
import { replayScenario } from '@oneplan/runtime/simulation/scenarios/replay-scenario.ts';
import { goodDeed, monday, shippedProcess } from '../fixtures/shipped-process.ts';
import { scenarioFileOf } from './scenario-of.ts';
import { beginSession, complete, happen, type Session, type SessionAnswer, toNextTimer } from './session.ts';

function going(answer: SessionAnswer): Session {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.session;
}

test('a run that was played becomes a file that is replayed without a difference, and holds nothing of the record', async () => {
  const process = await shippedProcess();
  let session = going(beginSession(process, { at: monday, record: { form: 'b-r01', data: goodDeed } }));
  session = going(complete(session, { element: 'review' }, 'class-teacher', { outcome: 'confirmed' }));
  for (const element of ['notifyConfirmed', 'openNotice'])
    session = going(happen(session, { kind: 'action', element }));
  session = going(toNextTimer(session));

  const file = scenarioFileOf(session, '公示中');

  const [scenario] = file.scenarios;
  expect(scenario && replayScenario(process.graph, process.context, file, scenario)).toBeUndefined();
  expect(scenario).toMatchObject({ name: '公示中', end: 'waiting', steps: { length: 4 } });
  expect(JSON.stringify(file)).not.toContain(goodDeed.description);
});
