import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { archiveInstances } from '../../history/archive-instances.ts';
import { openPurchaseFixture, type PurchaseFixture } from './purchase-fixture.ts';

/** trip calls office, office calls visa; each is a deployment of its own, and visa has a later version. */
let fixture: PurchaseFixture;
/** Ids of the three instances, by the keys of their processes. */
const ids: Record<string, string> = {};
const before: { instances?: number; historic?: number; executions?: number } = {};

const file = (id: string, inner: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:test">
  <bpmn:process id="${id}" isExecutable="true" camunda:historyTimeToLive="P1D">
    <bpmn:startEvent id="${id}-start"/><bpmn:sequenceFlow id="${id}-f1" sourceRef="${id}-start" targetRef="${id}-inner"/>
    ${inner}
    <bpmn:sequenceFlow id="${id}-f2" sourceRef="${id}-inner" targetRef="${id}-end"/><bpmn:endEvent id="${id}-end"/>
  </bpmn:process></bpmn:definitions>`;
const calls = (id: string, called: string) =>
  file(
    id,
    `<bpmn:callActivity id="${id}-inner" calledElement="${called}"><bpmn:extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/></bpmn:extensionElements></bpmn:callActivity>`,
  );
const visa = (name: string) =>
  file('visa', `<bpmn:userTask id="visa-inner" name="${name}" camunda:assignee="mary"/>`);

const manage = async <T>(method: string, path: string, body?: unknown) =>
  (await fixture.rest.manage<T>(method, path, body)).body;
const get = <T>(path: string) => manage<T>('GET', path);
const count = async (path: string) => (await get<{ count: number }>(`${path}`)).count;

async function deploy(name: string, content: string): Promise<string> {
  const form = new FormData();
  form.set('deployment-name', name);
  form.set('data', new Blob([content]), `${name}.bpmn`);
  const { deployedProcessDefinitions } = await manage<{
    deployedProcessDefinitions: Record<string, { id: string }>;
  }>('POST', '/deployment/create', form);
  return Object.values(deployedProcessDefinitions)[0]?.id ?? '';
}

interface Instance {
  readonly id: string;
  readonly definitionKey: string;
  readonly processDefinitionKey: string;
}
const definitions: Record<string, string> = {};
const keysOf = (instances: readonly Instance[]) =>
  instances.map((instance) => instance.definitionKey ?? instance.processDefinitionKey);

beforeAll(async () => {
  fixture = await openPurchaseFixture();
  definitions.visa = await deploy('visa', visa('First'));
  definitions.office = await deploy('office', calls('office', 'visa'));
  definitions.trip = await deploy('trip', calls('trip', 'office'));
  await fixture.start();
  before.instances = await count('/process-instance/count');
  before.historic = await count('/history/process-instance/count');
  const { id } = await manage<{ id: string }>('POST', '/process-definition/key/trip/start', {
    businessKey: 'journey',
  });
  await deploy('visa', visa('Second'));
  const all = await get<Instance[]>(`/history/process-instance?processInstanceBusinessKey=journey`);
  for (const instance of all) ids[instance.processDefinitionKey] = instance.id;
  expect(ids.trip).toBe(id);
}, 120_000);
afterAll(() => fixture.close());

/** What an Operaton 1.0.3 answered to the same definitions and requests. */
describe('instances that call activities have called, each in a deployment of its own', () => {
  test('are instances of their own in every list, with the definition that they were bound to', async () => {
    const list = (order: string) =>
      get<Instance[]>(`/process-instance?businessKey=journey&sortBy=definitionKey&sortOrder=${order}`);
    expect(await list('asc')).toEqual(
      ['office', 'trip', 'visa'].map((key) => ({
        links: [],
        id: ids[key],
        definitionId: definitions[key],
        definitionKey: key,
        businessKey: 'journey',
        caseInstanceId: null,
        ended: false,
        suspended: false,
        tenantId: null,
      })),
    );
    expect(keysOf(await list('desc'))).toEqual(['visa', 'trip', 'office']);
    expect(await count('/process-instance/count')).toBe((before.instances ?? 0) + 3);
    expect(await get(`/process-instance/${ids.office}`)).toMatchObject({
      id: ids.office,
      definitionId: definitions.office,
    });
  });

  test('are told page by page', async () => {
    const page = (first: number) =>
      get<Instance[]>(
        `/process-instance?businessKey=journey&sortBy=definitionKey&sortOrder=asc&firstResult=${first}&maxResults=2`,
      );
    expect(keysOf(await page(0))).toEqual(['office', 'trip']);
    expect(keysOf(await page(2))).toEqual(['visa']);
  });

  test.each([
    ['rootProcessInstances=true', ['trip']],
    ['leafProcessInstances=true', ['visa']],
    ['activityIdIn=visa-inner', ['visa']],
    ['activityIdIn=office-inner', ['office']],
    ['processDefinitionKeyIn=visa,trip', ['trip', 'visa']],
    ['withIncident=true', []],
  ])('%s', async (filter, keys) => {
    const found = await get<Instance[]>(
      `/process-instance?businessKey=journey&${filter}&sortBy=definitionKey&sortOrder=asc`,
    );
    expect(keysOf(found)).toEqual(keys);
    expect(await count(`/process-instance/count?businessKey=journey&${filter}`)).toBe(keys.length);
  });

  test('are found by what calls them and by what they call', async () => {
    const found = async (filter: string) => keysOf(await get<Instance[]>(`/process-instance?${filter}`));
    const ended = async (filter: string) =>
      keysOf(await get<Instance[]>(`/history/process-instance?${filter}`));
    expect(await found(`superProcessInstance=${ids.trip}`)).toEqual(['office']);
    expect(await found(`superProcessInstance=${ids.office}`)).toEqual(['visa']);
    expect(await found(`subProcessInstance=${ids.visa}`)).toEqual(['office']);
    expect(await found(`subProcessInstance=${ids.office}`)).toEqual(['trip']);
    expect(await found(`subProcessInstance=${ids.trip}`)).toEqual([]);
    expect(await ended(`superProcessInstanceId=${ids.office}`)).toEqual(['visa']);
    expect(await ended(`subProcessInstanceId=${ids.visa}`)).toEqual(['office']);
    expect(await ended(`subProcessInstanceId=${ids.office}`)).toEqual(['trip']);
  });

  test('their tasks and activities name their own definition and business key', async () => {
    const [task] = await get<{ processDefinitionId: string }[]>(
      '/task?processDefinitionKey=visa&processInstanceBusinessKey=journey',
    );
    expect(task).toMatchObject({
      name: 'First',
      processInstanceId: ids.visa,
      processDefinitionId: definitions.visa,
    });
    expect(await get(`/history/activity-instance?processInstanceId=${ids.visa}`)).toEqual(
      ['visa-start', 'visa-inner'].map(() =>
        expect.objectContaining({
          parentActivityInstanceId: ids.visa,
          processDefinitionKey: 'visa',
          processDefinitionId: definitions.visa,
          rootProcessInstanceId: ids.trip,
        }),
      ),
    );
  });

  test('their history tells who called them, and that they end with their caller', async () => {
    const history = () =>
      get<Instance[]>(
        '/history/process-instance?processInstanceBusinessKey=journey&sortBy=definitionKey&sortOrder=asc',
      );
    const told = (state: string) =>
      (
        [
          ['office', 'trip'],
          ['trip', null],
          ['visa', 'office'],
        ] as const
      ).map(([key, caller]) =>
        expect.objectContaining({
          id: ids[key],
          processDefinitionId: definitions[key],
          processDefinitionVersion: 1,
          startActivityId: `${key}-start`,
          rootProcessInstanceId: ids.trip,
          superProcessInstanceId: caller === null ? null : ids[caller],
          state,
        }),
      );
    expect(await history()).toEqual(told('ACTIVE'));
    expect(await count('/history/process-instance/count')).toBe((before.historic ?? 0) + 3);
    await manage('DELETE', `/process-instance/${ids.trip}`);
    expect(await history()).toEqual(told('EXTERNALLY_TERMINATED'));
    expect(await count('/process-instance/count')).toBe(before.instances);
  });

  test('their activities and tasks are told the same when they are archived', async () => {
    const told = async () => [
      await get(`/history/activity-instance?processInstanceId=${ids.visa}&sortBy=occurrence&sortOrder=asc`),
      await get(`/history/task?processInstanceId=${ids.visa}`),
    ];
    const hot = await told();
    const { context } = fixture;
    expect(await archiveInstances(context, { endedBefore: context.now() + 1 })).toBeGreaterThan(0);
    expect(await told()).toEqual(hot);
    expect(hot.flat()).toHaveLength(3);
  });
});
