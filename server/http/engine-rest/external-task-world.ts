import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { transaction } from '../../persistence/transaction.ts';
import {
  openRecordFixture,
  type RecordFixture,
  type RecordInFlow,
} from '../../usecases/effects/record-fixture.ts';
import { type EngineRestServer, listenEngineRest } from './engine-rest-fixture.ts';

export const minute = 60_000;

export interface Task {
  id: string;
  activityId: string;
  topicName: string;
  workerId: string | null;
  retries: number | null;
  priority: number;
  processInstanceId: string;
  lockExpirationTime: string | null;
  errorMessage: string | null;
  variables: Record<string, { type: string; value: unknown }>;
}

/** A server of the dialect on a fresh database, for the tests of external tasks. */
export interface ExternalTaskWorld {
  readonly fixture: RecordFixture;
  readonly rest: EngineRestServer;
  fetchAs(workerId: string, topic?: object, more?: object): Promise<Task[]>;
  get(id: string): Promise<Task>;
  /** A record whose flow waits at `notify`. */
  returnedRecord(): Promise<RecordInFlow>;
  /** External tasks without a flow behind them: enough to be fetched. Answers their ids. */
  givenTasks(count: number, more?: (index: number) => object): Promise<string[]>;
}

/** Opens a world for the tests of a file; no task of one test is there in the next. */
export function setUpExternalTasks(opened: (world: ExternalTaskWorld) => void): void {
  let world: ExternalTaskWorld;
  beforeAll(async () => {
    const fixture = await openRecordFixture();
    world = worldOf(fixture, await listenEngineRest(fixture.context));
    opened(world);
  }, 120_000);
  afterAll(async () => {
    await world.rest.close();
    await world.fixture.close();
  });
  afterEach(() => {
    const { context } = world.fixture;
    return transaction(context.database, () => context.sql.run('DELETE FROM external_task'));
  });
}

function worldOf(fixture: RecordFixture, rest: EngineRestServer): ExternalTaskWorld {
  const fetchAs = async (workerId: string, topic: object = {}, more: object = {}) => {
    const answer = await rest.call<Task[]>('POST', '/external-task/fetchAndLock', {
      workerId,
      maxTasks: 10,
      topics: [{ topicName: 'notify', lockDuration: minute, ...topic }],
      ...more,
    });
    expect(answer).toMatchObject({ status: 200, type: 'application/json' });
    return answer.body;
  };
  const get = async (id: string) => (await rest.call<Task>('GET', `/external-task/${id}`)).body;

  const returnedRecord = async (): Promise<RecordInFlow> => {
    const record = await fixture.submit();
    await fixture.decide(record, 'returned');
    return record;
  };

  const givenTasks = async (
    count: number,
    more: (index: number) => object = () => ({}),
  ): Promise<string[]> => {
    const { context } = fixture;
    const ids = Array.from({ length: count }, () => context.newId());
    await transaction(context.database, () =>
      context.sql.insert(
        'external_task',
        ids.map((id, index) => ({
          id,
          instance_id: context.newId(),
          token: 1,
          element_id: 'anything',
          definition_id: context.newId(),
          process_key: 'p',
          business_key: null,
          topic: 'notify',
          priority: 0,
          created_at: context.now() + index,
          ...more(index),
        })),
      ),
    );
    return ids;
  };
  return { fixture, rest, fetchAs, get, returnedRecord, givenTasks };
}
