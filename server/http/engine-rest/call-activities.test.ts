import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPurchaseFixture, type PurchaseFixture } from './purchase-fixture.ts';

let fixture: PurchaseFixture;
beforeAll(async () => {
  fixture = await openPurchaseFixture();
}, 120_000);
afterAll(() => fixture.close());

const file = (id: string, inner: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:test">
  <bpmn:process id="${id}" isExecutable="true" camunda:historyTimeToLive="P1D">
    <bpmn:startEvent id="${id}-start"/><bpmn:sequenceFlow id="${id}-f1" sourceRef="${id}-start" targetRef="${id}-inner"/>
    ${inner}
    <bpmn:sequenceFlow id="${id}-f2" sourceRef="${id}-inner" targetRef="${id}-end"/><bpmn:endEvent id="${id}-end"/>
  </bpmn:process></bpmn:definitions>`;
const caller = file(
  'trip',
  '<bpmn:callActivity id="trip-inner" calledElement="visa"><bpmn:extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/></bpmn:extensionElements></bpmn:callActivity>',
);
const called = (name: string) =>
  file('visa', `<bpmn:userTask id="visa-inner" name="${name}" camunda:assignee="mary"/>`);

const manage = <T>(method: string, path: string, body?: unknown) =>
  fixture.rest.manage<T>(method, path, body);
const get = async <T>(path: string) => (await manage<T>('GET', path)).body;
const start = () =>
  manage<{ id: string }>('POST', '/process-definition/key/trip/start', { businessKey: 'b' });

async function deploy(files: Readonly<Record<string, string>>) {
  const form = new FormData();
  form.set('deployment-name', 'travel');
  form.set('deploy-changed-only', 'true');
  for (const [name, content] of Object.entries(files)) form.set(name, new Blob([content]), name);
  return (
    await manage<{ deployedProcessDefinitions: Record<string, { key: string; version: number }> | null }>(
      'POST',
      '/deployment/create',
      form,
    )
  ).body;
}

const tasksBelow = (id: string) =>
  get<{ id: string; name: string; processInstanceId: string }[]>(`/task?rootProcessInstanceId=${id}`);

describe('a call activity of a deployment', () => {
  test('calls the latest version of a key, whatever deployment has it, and stays on it', async () => {
    // given
    await deploy({ 'trip.bpmn': caller });
    expect(await start()).toMatchObject({ status: 500, body: { message: expect.stringContaining('visa') } });
    await deploy({ 'trip.bpmn': caller, 'visa.bpmn': called('First') });
    const first = (await start()).body.id;
    // when
    const redeployed = await deploy({ 'trip.bpmn': caller, 'visa.bpmn': called('Second') });
    const second = (await start()).body.id;
    // then
    expect(Object.values(redeployed.deployedProcessDefinitions ?? {})).toMatchObject([
      { key: 'visa', version: 2 },
    ]);
    expect(await tasksBelow(first)).toMatchObject([{ name: 'First' }]);
    expect(await tasksBelow(second)).toMatchObject([{ name: 'Second' }]);
    const [task] = await tasksBelow(first);
    expect((await manage('POST', `/task/${task?.id}/complete`)).status).toBe(204);
    expect(await get(`/history/process-instance/${first}`)).toMatchObject({ state: 'COMPLETED' });
  });

  test('what it calls has an id of its own, is found by its caller, and holds its own variables', async () => {
    // given
    const root = (await start()).body.id;
    const [task] = await tasksBelow(root);
    const id = task?.processInstanceId ?? '';
    expect(id).not.toBe(root);
    // when
    await manage('PUT', `/process-instance/${id}/variables/stamp`, { value: 'red', type: 'String' });
    // then
    const instance = { id, definitionKey: 'visa', businessKey: 'b', ended: false };
    expect(await get(`/process-instance/${id}`)).toMatchObject(instance);
    expect(await get(`/process-instance?superProcessInstance=${root}`)).toMatchObject([instance]);
    expect(await get(`/process-instance/${id}/variables`)).toMatchObject({ stamp: { value: 'red' } });
    expect(await get(`/process-instance/${root}/variables`)).toEqual({});
    expect(await get(`/process-instance/${id}/activity-instances`)).toMatchObject({
      childActivityInstances: [{ activityId: 'visa-inner', processInstanceId: id }],
    });
    expect(await get(`/task?processInstanceId=${root}`)).toEqual([]);
    expect(await get(`/history/process-instance/${id}`)).toMatchObject({
      superProcessInstanceId: root,
      rootProcessInstanceId: root,
      state: 'ACTIVE',
    });
    await manage('POST', `/task/${task?.id}/complete`);
    expect(await get(`/history/process-instance?superProcessInstanceId=${root}`)).toMatchObject([
      { id, state: 'COMPLETED' },
    ]);
    expect((await manage('GET', `/process-instance/${id}`)).status).toBe(404);
  });
});
