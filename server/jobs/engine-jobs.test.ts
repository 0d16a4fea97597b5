import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Context } from '../context.ts';
import { createContext } from '../create-context.ts';
import { openDatabase } from '../persistence/database.ts';
import { findDefinition } from '../persistence/published-bundle.ts';
import { transaction } from '../persistence/transaction.ts';
import { openTestContext, type TestContext, testSecret } from '../testing/test-context.ts';
import { startInstances } from '../usecases/engine/execute-command.ts';
import { throwSignal } from '../usecases/engine/throw-signal.ts';
import { deployProcesses } from '../usecases/engine-definitions/deploy-processes.ts';
import { cancelInstance } from '../usecases/instances/cancel-instance.ts';
import { resolveIncident } from '../usecases/jobs/resolve-incident.ts';
import { runDueJobs } from './job-executor.ts';

const minute = 60_000;
let context: TestContext;
beforeAll(async () => {
  context = await openTestContext();
});
afterAll(() => context.close());
afterEach(() =>
  transaction(context.database, async () => {
    for (const table of ['job', 'incident', 'subscription', 'outbox', 'activity', 'process_instance'])
      await context.sql.run(`DELETE FROM ${table}`);
  }),
);

/** A line of elements from a start to an end, as BPMN. */
function bpmn(key: string, elements: readonly string[], definitions = ''): string {
  const ids = elements.map((element) => / id="([^"]+)"/.exec(element)?.[1] ?? '');
  const flows = ids
    .slice(1)
    .map((id, index) => `<sequenceFlow id="f${index}" sourceRef="${ids[index]}" targetRef="${id}" />`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d-${key}" targetNamespace="t">
${definitions}<process id="${key}" isExecutable="true">${elements.join('')}${flows.join('')}</process></definitions>`;
}

async function deploy(key: string, elements: readonly string[], definitions = ''): Promise<string> {
  const deployed = await deployProcesses(context, {
    name: key,
    source: null,
    tenantId: '',
    files: [{ name: `${key}.bpmn`, content: bpmn(key, elements, definitions) }],
    filterDuplicates: false,
    changedOnly: false,
  });
  return deployed.processDefinitionIds[0] ?? '';
}

async function start(definitionId: string, variables: Record<string, unknown> = {}): Promise<string> {
  const definition = await findDefinition(context, definitionId);
  if (!definition) throw new Error(`no definition ${definitionId}`);
  const instanceId = context.newId();
  await transaction(context.database, () =>
    startInstances(context, [
      {
        bundle: definition.bundle,
        processKey: definition.process.key,
        instanceId,
        businessKey: null,
        place: null,
        record: null,
        variables,
        actor: null,
      },
    ]),
  );
  return instanceId;
}

const instances = () =>
  context.sql.all<{ id: string; status: string; started_at: number }>(
    'SELECT id, status, started_at FROM process_instance ORDER BY started_at, id',
  );
const statusOf = async (id: string) => (await instances()).find((row) => row.id === id)?.status;
const jobs = () =>
  context.sql.all<{ id: string; kind: string; due_at: number; retries: number }>(
    'SELECT id, kind, due_at, retries FROM job ORDER BY due_at',
  );
const incidents = () =>
  context.sql.all<{ id: string; kind: string; message: string; configuration: string; element_id: string }>(
    'SELECT id, kind, message, configuration, element_id FROM incident',
  );

const asyncLine = [
  '<startEvent id="start" />',
  '<task id="work" camunda:asyncBefore="true" />',
  '<endEvent id="end" />',
];

test('an asynchronous continuation goes on in a transaction of its own', async () => {
  // given
  const id = await start(await deploy('continues', asyncLine));
  expect(await statusOf(id)).toBe('active');
  expect(await jobs()).toMatchObject([{ kind: 'continuation' }]);
  // when
  expect((await runDueJobs(context)).jobs).toBe(1);
  // then
  expect(await statusOf(id)).toBe('completed');
  expect(await jobs()).toEqual([]);
});

describe('a job that fails', () => {
  const failing = [
    '<startEvent id="start" />',
    `<scriptTask id="compute" camunda:asyncBefore="true" scriptFormat="juel" camunda:resultVariable="x">
       <extensionElements><camunda:failedJobRetryTimeCycle>R2/PT5M</camunda:failedJobRetryTimeCycle></extensionElements>
       <script>\${missing + 1}</script></scriptTask>`,
    '<endEvent id="end" />',
  ];

  test('is tried as its element says, then becomes an incident that its retry closes', async () => {
    // given
    const id = await start(await deploy('fails', failing));
    // when
    await runDueJobs(context);
    expect(await jobs()).toMatchObject([{ retries: 1, due_at: context.now() + 5 * minute }]);
    expect(await incidents()).toEqual([]);
    context.advance(5 * minute);
    await runDueJobs(context);
    // then
    const [incident] = await incidents();
    expect(incident).toMatchObject({ kind: 'failedJob', element_id: 'compute' });
    expect(incident?.message).toContain('missing');
    expect((await runDueJobs(context)).jobs).toBe(0);
    // when the cause is mended
    await transaction(context.database, () =>
      context.sql.run('UPDATE process_instance SET state = REPLACE(state, ?, ?)', [
        '"v":{}',
        '"v":{"missing":1}',
      ]),
    );
    await resolveIncident(context, null, { id: incident?.id ?? '', retries: 1 });
    expect(await incidents()).toEqual([]);
    await runDueJobs(context);
    // then
    expect(await statusOf(id)).toBe('completed');
  });

  test('opens a new incident when it fails again, and takes it along when its instance is cancelled', async () => {
    // given
    const id = await start(await deploy('fails-again', failing));
    await runDueJobs(context);
    context.advance(5 * minute);
    await runDueJobs(context);
    const [first] = await incidents();
    // when
    await resolveIncident(context, null, { id: first?.id ?? '', retries: 1 });
    await runDueJobs(context);
    // then
    const [second, ...more] = await incidents();
    expect(more).toEqual([]);
    expect(second?.configuration).toBe(first?.configuration);
    expect(second?.id).not.toBe(first?.id);
    await cancelInstance(context, null, { id, reason: '误录' });
    expect(await incidents()).toEqual([]);
    expect(await jobs()).toEqual([]);
  });
});

describe('a timer start event', () => {
  const cycle = (text: string) => [
    `<startEvent id="start"><timerEventDefinition id="t"><timeCycle>${text}</timeCycle></timerEventDefinition></startEvent>`,
    '<endEvent id="end" />',
  ];

  test('starts an instance at each firing of its cycle, and then no more', async () => {
    // given
    const begun = context.now();
    await deploy('every-ten-minutes', cycle('R2/PT10M'));
    // when
    for (let round = 0; round < 5; round++) {
      context.advance(10 * minute);
      await runDueJobs(context);
    }
    // then
    expect((await instances()).map((row) => (Number(row.started_at) - begun) / minute)).toEqual([10, 20]);
    expect(await jobs()).toEqual([]);
  });

  test('starts one instance for all firings that passed while no server ran, and keeps its rhythm', async () => {
    // given
    const begun = context.now();
    await deploy('missed', cycle('R/PT10M'));
    // when
    context.advance(35 * minute);
    await runDueJobs(context);
    // then
    expect(await instances()).toHaveLength(1);
    expect(await jobs()).toMatchObject([{ kind: 'start-timer', due_at: begun + 40 * minute }]);
  });

  test('stops with the version that it belongs to', async () => {
    await deploy('superseded', cycle('R/PT10M'));
    await deploy('superseded', cycle('R/PT1H'));
    expect((await jobs()).map(({ due_at }) => (Number(due_at) - context.now()) / minute)).toEqual([60]);
  });
});

describe('a signal', () => {
  const definitions = '<signal id="s" name="term-closed" />';
  const event = '<signalEventDefinition id="e" signalRef="s" />';
  const waiting = [
    '<startEvent id="start" />',
    `<intermediateCatchEvent id="wait">${event}</intermediateCatchEvent>`,
    '<endEvent id="end" />',
  ];

  test('that an instance throws reaches every other one, and starts who starts at it, each once', async () => {
    // given
    const waits = await deploy('waits', waiting, definitions);
    const [first, second] = [await start(waits), await start(waits)];
    await deploy(
      'begins',
      [`<startEvent id="start">${event}</startEvent>`, '<endEvent id="end" />'],
      definitions,
    );
    const throws = await deploy(
      'throws',
      [
        '<startEvent id="start" />',
        `<intermediateThrowEvent id="throw">${event}</intermediateThrowEvent>`,
        '<endEvent id="end" />',
      ],
      definitions,
    );
    // when
    await start(throws);
    await runDueJobs(context);
    await transaction(context.database, () =>
      context.sql.run("UPDATE outbox SET delivered_at = NULL WHERE kind <> 'signal'"),
    );
    await runDueJobs(context);
    // then
    expect(await statusOf(first)).toBe('completed');
    expect(await statusOf(second)).toBe('completed');
    expect(await instances()).toHaveLength(4);
    expect((await instances()).every(({ status }) => status === 'completed')).toBe(true);
  });

  test('is not heard by an instance that stands still', async () => {
    // given
    const id = await start(await deploy('deaf', waiting, definitions));
    await transaction(context.database, () => context.sql.run('UPDATE process_instance SET suspended = 1'));
    // when
    await transaction(context.database, () =>
      throwSignal(context, { name: 'term-closed', variables: {}, tenantId: null }),
    );
    await runDueJobs(context);
    // then
    expect(await statusOf(id)).toBe('active');
  });
});

test('of several processes each continuation is executed by exactly one, also many of one instance', async () => {
  // given
  const branches = Array.from({ length: 6 }, (_, index) => index);
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
<process id="fork" isExecutable="true"><startEvent id="start" /><parallelGateway id="split" /><parallelGateway id="join" /><endEvent id="end" />
<sequenceFlow id="in" sourceRef="start" targetRef="split" /><sequenceFlow id="out" sourceRef="join" targetRef="end" />
${branches.map((n) => `<task id="work${n}" camunda:asyncBefore="true" camunda:asyncAfter="true" camunda:exclusive="${n % 2 === 0}" /><sequenceFlow id="a${n}" sourceRef="split" targetRef="work${n}" /><sequenceFlow id="b${n}" sourceRef="work${n}" targetRef="join" />`).join('')}
</process></definitions>`;
  const deployed = await deployProcesses(context, {
    name: 'fork',
    source: null,
    tenantId: '',
    files: [{ name: 'fork.bpmn', content }],
    filterDuplicates: false,
    changedOnly: false,
  });
  const started: string[] = [];
  for (let count = 0; count < 20; count++) started.push(await start(deployed.processDefinitionIds[0] ?? ''));
  const executors = await Promise.all([anotherProcess(), anotherProcess(), anotherProcess()]);
  // when
  const drain = async (own: Context, owner: string) => {
    for (
      let rounds = 0;
      rounds < 400 && (await own.sql.all('SELECT id FROM job LIMIT 1')).length > 0;
      rounds++
    ) {
      await runDueJobs(own, { owner });
      context.advance(1_000);
    }
  };
  await Promise.all(executors.map((own, index) => drain(own, `process-${index}`)));
  // then
  const rows = await context.sql.all<{ element_id: string; times: number }>(
    'SELECT element_id, COUNT(*) AS times FROM activity GROUP BY element_id ORDER BY element_id',
  );
  const times = new Map(rows.map((row) => [row.element_id, Number(row.times)]));
  expect(branches.map((n) => times.get(`work${n}`))).toEqual(branches.map(() => started.length));
  expect(times.get('end')).toBe(started.length);
  expect((await instances()).every(({ status }) => status === 'completed')).toBe(true);
  expect(await incidents()).toEqual([]);
  await Promise.all(executors.map((own) => own.close()));
}, 120_000);

/** Another server process on the same database: its own connections, its own queue of transactions. */
async function anotherProcess(): Promise<Context & { close(): Promise<void> }> {
  const database = await openDatabase(context.databaseUrl);
  return {
    ...createContext({
      database,
      secret: testSecret,
      filesFolder: context.filesFolder,
      timeZone: 'Asia/Shanghai',
      log: pino({ level: 'silent' }),
      now: context.now,
    }),
    close: () => database.close(),
  };
}
