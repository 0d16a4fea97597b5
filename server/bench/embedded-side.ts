import { randomUUID } from 'node:crypto';
import type { TaskSummary } from '@oneplan/runtime/contracts/api/tasks.ts';
import { benchWorkerPassword, startBenchServer } from './bench-server.ts';
import type { EmbeddedWorld } from './embedded-world.ts';
import { approved, type FlowSide, leave, returned } from './flow-side.ts';
import { HttpConnection } from './http-connection.ts';
import type { Meter } from './meter.ts';
import { seededId } from './seed-school.ts';

/** Pupils whose leaves go through the flow together; a page of the teacher's inbox. */
const batch = 10;

type Headers = Readonly<Record<string, string>>;
interface Pupil {
  readonly studentId: string;
  readonly headers: Headers;
}

/** A client is a class: its pupils, the class teacher and the subject teacher take turns on one connection. */
class ClassClient {
  readonly #connection: HttpConnection;
  readonly #pupils: readonly Pupil[];
  readonly teacher: Headers;
  readonly reviewer: Headers;
  #next = 0;

  static async open(
    world: EmbeddedWorld,
    address: string,
    number: number,
    pupilsPerClass: number,
  ): Promise<ClassClient> {
    const pupils: Pupil[] = [];
    for (let seat = 1; seat <= pupilsPerClass; seat++) {
      const pupil = (number - 1) * pupilsPerClass + seat;
      pupils.push({
        studentId: seededId('student', pupil),
        headers: await world.signIn(seededId('pupil', pupil)),
      });
    }
    return new ClassClient(
      new HttpConnection(address),
      pupils,
      await world.signIn(seededId('class-teacher', number)),
      await world.signIn(seededId('subject-teacher', number)),
    );
  }

  private constructor(
    connection: HttpConnection,
    pupils: readonly Pupil[],
    teacher: Headers,
    reviewer: Headers,
  ) {
    this.#connection = connection;
    this.#pupils = pupils;
    this.teacher = teacher;
    this.reviewer = reviewer;
  }

  nextPupils(count: number): Pupil[] {
    return Array.from({ length: count }, () => {
      const pupil = this.#pupils[this.#next++ % this.#pupils.length];
      if (!pupil) throw new Error('a class without pupils');
      return pupil;
    });
  }

  async get<T>(path: string, headers: Headers): Promise<T> {
    const { status, body } = await this.#connection.send({ method: 'GET', path, headers });
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${body}`);
    return JSON.parse(body) as T;
  }

  async post<T>(path: string, headers: Headers, body: unknown): Promise<T> {
    const keyed = { ...headers, 'idempotency-key': randomUUID() };
    const reply = await this.#connection.send({ method: 'POST', path, headers: keyed, body });
    if (reply.status !== 200) throw new Error(`POST ${path}: ${reply.status} ${reply.body}`);
    return JSON.parse(reply.body) as T;
  }

  start({ studentId, headers }: Pupil): Promise<{ record: { taskId: string; revision: number } }> {
    return this.post('/api/submissions', headers, { studentId, formKey: 'leave', data: leave });
  }

  complete(id: string, recordRevision: number, headers: Headers, data: unknown): Promise<unknown> {
    return this.post(`/api/tasks/${id}/complete`, headers, { data, recordRevision });
  }

  async inbox(headers: Headers, limit: number): Promise<TaskSummary[]> {
    return (await this.get<{ items: TaskSummary[] }>(`/api/tasks?limit=${limit}`, headers)).items;
  }

  close(): void {
    this.#connection.close();
  }
}

export interface EmbeddedSide extends FlowSide {
  /** One page of the inbox of a class teacher; records `inbox`. */
  inbox(client: number, meter: Meter, headers: Headers, limit: number): Promise<number>;
}

export async function openEmbeddedSide(
  world: EmbeddedWorld,
  { clients, pupilsPerClass }: { clients: number; pupilsPerClass: number },
): Promise<EmbeddedSide> {
  const server = await startBenchServer(world);
  const classes = await Promise.all(
    Array.from({ length: clients }, (_, client) =>
      ClassClient.open(world, server.address, client + 1, pupilsPerClass),
    ),
  );
  const classOf = (client: number) => {
    const found = classes[client];
    if (!found) throw new Error(`there is no client ${client}`);
    return found;
  };
  const decide = async (at: ClassClient, meter: Meter, headers: Headers, decision: unknown) => {
    const page = await meter.time('look-up', () => at.inbox(headers, batch));
    for (const task of page)
      await meter.time('complete', () => at.complete(task.id, task.round, headers, decision));
  };
  const count = async (statement: string, values: readonly (string | number)[] = []) =>
    Number((await world.context.sql.one<{ n: number }>(statement, values))?.n);
  return {
    name: 'OnePlan',
    pid: server.pid,
    schema: world.schema,
    worker: {
      baseUrl: `${server.address}/engine-rest`,
      topic: 'bench.archive',
      user: { username: 'worker', password: benchWorkerPassword },
    },
    runFlow: async (client, meter) => {
      const at = classOf(client);
      const pupils = at.nextPupils(batch);
      for (const pupil of pupils) {
        const { record } = await meter.time('start', () => at.start(pupil));
        await meter.time('complete', () => at.complete(record.taskId, record.revision, pupil.headers, leave));
      }
      await decide(at, meter, at.teacher, returned);
      for (const pupil of pupils) {
        const [task] = await meter.time('look-up', () => at.inbox(pupil.headers, 1));
        if (!task) throw new Error('nothing was returned to the pupil');
        await meter.time('complete', () => at.complete(task.id, task.round, pupil.headers, leave));
      }
      await decide(at, meter, at.teacher, approved);
      await decide(at, meter, at.reviewer, approved);
    },
    startOne: async (client, meter) => {
      const at = classOf(client);
      const [pupil] = at.nextPupils(1);
      if (pupil) await meter.time('start', () => at.start(pupil));
    },
    backlog: () => {
      const now = world.context.now();
      return count(
        `SELECT (SELECT COUNT(*) FROM job WHERE due_at <= ? AND retries > 0) +
           (SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL AND due_at <= ?) AS n`,
        [now, now],
      );
    },
    waitingExternalTasks: () => count('SELECT COUNT(*) AS n FROM external_task'),
    finished: () => count('SELECT COUNT(*) AS n FROM process_instance WHERE ended_at IS NOT NULL'),
    inbox: async (client, meter, headers, limit) =>
      (await meter.time('inbox', () => classOf(client).inbox(headers, limit))).length,
    close: async () => {
      for (const each of classes) each.close();
      await server.stop();
    },
  };
}
