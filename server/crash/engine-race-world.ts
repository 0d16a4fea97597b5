import { readFile } from 'node:fs/promises';
import type { Context } from '../context.ts';
import { findDefinition } from '../persistence/published-bundle.ts';
import { transaction } from '../persistence/transaction.ts';
import { openTestContext, type TestContext } from '../testing/test-context.ts';
import { deployForTest } from '../usecases/engine/deployment-fixture.ts';
import { executeCommand } from '../usecases/engine/execute-command.ts';
import { cancelInstance } from '../usecases/instances/cancel-instance.ts';
import { startWithoutSubject } from '../usecases/jobs/start-without-subject.ts';
import type { Matches } from './pause-point.ts';
import { type Contender, type Outcome, race, type Servers, twoServers } from './race.ts';

/** The processes of `races.bpmn`, deployed to a fresh database with two servers on it; they are about nobody. */
export interface EngineRaceWorld {
  readonly context: TestContext;
  readonly servers: Servers;
  /** Starts an instance and lets it run to its first waits. */
  start(processKey: string): Promise<{ readonly instanceId: string }>;
  /** `race` on the two servers. */
  race<A, B>(lock: Matches, first: Contender<A>, second: Contender<B>): Promise<[Outcome<A>, Outcome<B>]>;
  /** Tokens of the user tasks that are open. */
  tokensOf(instanceId: string): Promise<number[]>;
  /** Completes the user tasks that are open. */
  finish(instanceId: string): Promise<void>;
  /** Ends an instance for good, so that nothing of it comes due in another test. */
  end(instanceId: string): Promise<unknown>;
  /**
   * What the later of two is told about a wait that is over. Who runs beside the first has found the wait before; on
   * SQLite all of it comes after the first, and finds none: then it is told `asked`.
   */
  tooLate(asked: string): { readonly refused: string };
  close(): Promise<void>;
}

export async function openEngineRaceWorld(): Promise<EngineRaceWorld> {
  const context = await openTestContext();
  const xml = await readFile(new URL('races.bpmn', import.meta.url), 'utf8');
  const definitions = await deployForTest(context, xml);
  const servers = await twoServers(context);
  const tokensOf = async (id: string) => (await waitsIn(context, 'task', id)).map(({ token }) => token);
  return {
    context,
    servers,
    race: (lock, first, second) => race(servers, lock, first, second),
    tokensOf,
    finish: async (id) => {
      for (const token of await tokensOf(id)) await completeToken(context, id, token);
    },
    end: (id) => cancelInstance(context, null, { id, reason: 'done' }),
    tooLate: (asked) => ({ refused: context.database.dialect === 'mysql' ? 'TOKEN_GONE' : asked }),
    start: async (processKey) => {
      const definition = await findDefinition(context, definitions.get(processKey) ?? '');
      if (!definition) throw new Error(`there is no process "${processKey}"`);
      const instanceId = context.newId();
      await transaction(context.database, () =>
        startWithoutSubject(context, definition, {
          instanceId,
          startEventId: `${processKey}Start`,
          variables: {},
        }),
      );
      return { instanceId };
    },
    close: async () => {
      await servers.close();
      await context.close();
    },
  };
}

export interface WaitRow {
  readonly id: string;
  readonly token: number;
  readonly element_id: string;
}

/** Where an instance waits in this table, in the order of its tokens. */
export async function waitsIn(
  { sql }: Context,
  table: 'task' | 'external_task' | 'job' | 'subscription',
  instanceId: string,
): Promise<WaitRow[]> {
  const open = table === 'task' ? "AND status = 'open'" : '';
  const rows = await sql.all<{ id: string; token: number; element_id: string }>(
    `SELECT id, token, element_id FROM ${table} WHERE instance_id = ? ${open} ORDER BY token`,
    [instanceId],
  );
  return rows.map((row) => ({ ...row, token: Number(row.token) }));
}

/** Elements of the tasks that are open. */
export async function openTasks(context: Context, instanceId: string): Promise<string[]> {
  return (await waitsIn(context, 'task', instanceId)).map(({ element_id }) => element_id);
}

/** Completes a user task as any client of the engine does, by its token. */
export function completeToken(context: Context, instanceId: string, token: number): Promise<void> {
  return transaction(context.database, () =>
    executeCommand(context, instanceId, { type: 'complete-user-task', token, variables: {} }, null),
  );
}
