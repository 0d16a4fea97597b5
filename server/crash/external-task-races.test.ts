import { describe, expect, test } from '@jest/globals';
import type { Context } from '../context.ts';
import { completeExternalTask } from '../usecases/external-tasks/complete-external-task.ts';
import { fetchAndLock } from '../usecases/external-tasks/fetch-and-lock.ts';
import { throwErrorAtExternalTask } from '../usecases/external-tasks/throw-error-at-external-task.ts';
import { cancelInstance } from '../usecases/instances/cancel-instance.ts';
import { type EngineRaceWorld, openEngineRaceWorld, openTasks, waitsIn } from './engine-race-world.ts';
import { setUpRaces } from './race-set-up.ts';
import { instanceLock, statement, times } from './race-world.ts';

const rounds = 5;
let world: EngineRaceWorld;
setUpRaces(openEngineRaceWorld, (opened) => {
  world = opened;
});

const done = { value: undefined };

describe('workers at one external task', () => {
  const fetchAs = (workerId: string) => (context: Context) =>
    fetchAndLock(context, {
      workerId,
      maxTasks: 1,
      usePriority: false,
      newestFirst: false,
      topics: [
        {
          topic: 'check',
          lockMilliseconds: 1_000,
          variables: null,
          localVariables: false,
          businessKey: null,
          definitionIds: null,
          processKeys: null,
          processVariables: null,
          versionTag: null,
          tenantIds: null,
          extensionProperties: false,
        },
      ],
    });
  const givenTask = async (holder: string | null) => {
    const { instanceId } = await world.start('checking');
    const [task] = await waitsIn(world.context, 'external_task', instanceId);
    const id = task?.id ?? '';
    if (holder !== null) expect((await fetchAs(holder)(world.context)).map((each) => each.id)).toEqual([id]);
    return {
      instanceId,
      id,
      complete: (workerId: string) => (context: Context) =>
        completeExternalTask(context, { id, workerId, variables: {} }),
      fail: (workerId: string) => (context: Context) =>
        throwErrorAtExternalTask(context, {
          id,
          workerId,
          errorCode: 'broken',
          errorMessage: null,
          variables: {},
        }),
    };
  };
  const taskLock = statement('FROM external_task WHERE id');

  test('two that fetch: one gets it', () =>
    times(rounds, async () => {
      const { instanceId, id } = await givenTask(null);
      const [first, second] = await world.race(
        statement('FROM external_task WHERE id IN'),
        fetchAs('a'),
        fetchAs('b'),
      );
      expect([first, second]).toMatchObject([{ value: [{ id, workerId: 'a' }] }, { value: [] }]);
      await world.end(instanceId);
    }));

  test('completed after the lock ran out, before another fetches it: it counts, nobody gets it again', () =>
    times(rounds, async () => {
      const { instanceId, complete } = await givenTask('a');
      world.context.advance(2_000);
      const taskRow = statement(`FROM external_task WHERE id = ? ${world.context.sql.forUpdate}`);
      const [completed, fetched] = await world.race(taskRow, complete('a'), fetchAs('b'));
      expect([completed, fetched]).toEqual([done, { value: [] }]);
      expect(await openTasks(world.context, instanceId)).toEqual(['checked']);
      await world.end(instanceId);
    }));

  test('fetched by another after the lock ran out: who had it before can no longer complete it', () =>
    times(rounds, async () => {
      const { instanceId, id, complete } = await givenTask('a');
      world.context.advance(2_000);
      const [fetched, completed] = await world.race(taskLock, fetchAs('b'), complete('a'));
      expect(fetched).toMatchObject({ value: [{ id, workerId: 'b' }] });
      expect(completed).toMatchObject({ refused: 'external-task-not-locked', detail: { id, workerId: 'a' } });
      await complete('b')(world.context);
      expect(await openTasks(world.context, instanceId)).toEqual(['checked']);
      await world.end(instanceId);
    }));

  test('completed and failed with a BPMN error by the same worker: the first counts', () =>
    times(rounds * 2, async (round) => {
      const { instanceId, id, complete, fail } = await givenTask('a');
      const completedFirst = round % 2 === 0;
      const [first, second] = completedFirst
        ? await world.race(instanceLock({ instanceId }), complete('a'), fail('a'))
        : await world.race(instanceLock({ instanceId }), fail('a'), complete('a'));
      expect([first, second]).toMatchObject([done, { refused: 'not-found', detail: { id } }]);
      expect(await openTasks(world.context, instanceId)).toEqual([completedFirst ? 'checked' : 'repair']);
      await world.end(instanceId);
    }));

  test('completed when the instance is ended: it counts before, and is refused after', () =>
    times(rounds * 2, async (round) => {
      const { instanceId, id, complete } = await givenTask('a');
      const cancel = (context: Context) => cancelInstance(context, null, { id: instanceId, reason: 'x' });
      const [first, second] =
        round % 2 === 0
          ? await world.race(instanceLock({ instanceId }), complete('a'), cancel)
          : await world.race(instanceLock({ instanceId }), cancel, complete('a'));
      expect(first).toHaveProperty('value');
      if (round % 2 === 0) expect(second).toHaveProperty('value');
      else expect(second).toMatchObject({ refused: 'not-found', detail: { id } });
    }));
});
