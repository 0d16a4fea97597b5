import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import mysql from 'mysql2/promise';
import { approved, type FlowSide, leave, returned } from './flow-side.ts';
import { HttpConnection } from './http-connection.ts';
import type { Meter } from './meter.ts';

/** Instances that go through the flow together, as on our side. */
const batch = 10;
const key = 'leave-approval';
const model = fileURLToPath(
  new URL('fixtures/processes/leave-approval/leave-approval.bpmn', import.meta.url),
);

export interface OperatonAccess {
  /** REST root, without a slash at the end. */
  readonly url: string;
  readonly pid: number | undefined;
  /** The database server that it uses, and its schema there. */
  readonly databaseServer: string;
  readonly schema: string;
}

export interface OperatonSide extends FlowSide {
  /** One page of an inbox by the parameters of `GET /task`; records `inbox`. */
  inbox(client: number, meter: Meter, query: string): Promise<number>;
}

interface Task {
  readonly id: string;
}

const optimisticLocking = 'ENGINE-03005';

const typed = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

/** Drives a real Operaton through its REST API; the flow is the same file that we publish. */
export async function openOperatonSide(access: OperatonAccess, clients: number): Promise<OperatonSide> {
  const { pathname: base } = new URL(access.url);
  await deploy(access.url);
  const connections = Array.from({ length: clients }, () => new HttpConnection(access.url));
  const database = await mysql.createConnection(new URL(`/${access.schema}`, access.databaseServer).href);
  const get = async <T>(client: number, path: string): Promise<T> => {
    const reply = await connections[client]?.send({ method: 'GET', path: base + path });
    if (reply?.status !== 200) throw new Error(`GET ${path}: ${reply?.status} ${reply?.body}`);
    return JSON.parse(reply.body) as T;
  };
  const post = async (client: number, path: string, body: unknown): Promise<string> => {
    for (;;) {
      const reply = await connections[client]?.send({ method: 'POST', path: base + path, body });
      // A timer of the instance came first: a client of Camunda 7 has to ask again.
      if (reply?.body.includes(optimisticLocking)) continue;
      if (!reply || reply.status >= 300) throw new Error(`POST ${path}: ${reply?.status} ${reply?.body}`);
      return reply.body;
    }
  };
  const start = async (client: number, meter: Meter): Promise<string> => {
    const initiator = `pupil-${client}`;
    const variables = typed({
      initiator,
      studentId: initiator,
      submissionId: initiator,
      recordForm: 'leave',
      title: leave.title,
    });
    const body = await meter.time('start', () =>
      post(client, `/process-definition/key/${key}/start`, { businessKey: initiator, variables }),
    );
    return (JSON.parse(body) as { id: string }).id;
  };
  const complete = async (
    client: number,
    meter: Meter,
    instance: string,
    variables: Readonly<Record<string, unknown>>,
  ) => {
    const [task] = await meter.time('look-up', () =>
      get<Task[]>(client, `/task?processInstanceId=${instance}`),
    );
    if (!task) throw new Error(`the instance ${instance} waits at no task`);
    await meter.time('complete', () =>
      post(client, `/task/${task.id}/complete`, { variables: typed(variables) }),
    );
  };
  const count = async (statement: string): Promise<number> => {
    const [rows] = await database.query<(mysql.RowDataPacket & { n: number })[]>(statement);
    return Number(rows[0]?.n);
  };
  const filled = { days: leave.days, title: leave.title };
  return {
    name: 'Operaton',
    pid: access.pid,
    schema: access.schema,
    worker: { baseUrl: access.url, topic: 'bench.archive' },
    runFlow: async (client, meter) => {
      const instances: string[] = [];
      for (let at = 0; at < batch; at++) {
        const instance = await start(client, meter);
        instances.push(instance);
        await complete(client, meter, instance, filled);
      }
      for (const variables of [returned, filled, approved, approved])
        for (const instance of instances) await complete(client, meter, instance, variables);
    },
    startOne: async (client, meter) => {
      await start(client, meter);
    },
    backlog: () => count('SELECT COUNT(*) AS n FROM ACT_RU_JOB WHERE DUEDATE_ <= UTC_TIMESTAMP()'),
    waitingExternalTasks: () => count('SELECT COUNT(*) AS n FROM ACT_RU_EXT_TASK'),
    finished: () => count('SELECT COUNT(*) AS n FROM ACT_HI_PROCINST WHERE END_TIME_ IS NOT NULL'),
    inbox: async (client, meter, query) =>
      (await meter.time('inbox', () => get<Task[]>(client, `/task?${query}`))).length,
    close: async () => {
      for (const connection of connections) connection.close();
      await database.end();
    },
  };
}

async function deploy(url: string): Promise<void> {
  const form = new FormData();
  form.set('deployment-name', 'bench');
  form.set('file', new Blob([await readFile(model)]), 'leave-approval.bpmn');
  const response = await fetch(`${url}/deployment/create`, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`Operaton refused the flow: ${await response.text()}`);
}
