import { isAt } from './activity-tree.ts';
import {
  type DefinitionFile,
  type EngineUnderTest,
  type InstanceUnderTest,
  NothingWaits,
  Refused,
} from './engine-under-test.ts';
import { RestClient } from './rest-client.ts';
import { RestView, type RestWaits, type Wait } from './rest-snapshot.ts';
import type { ScriptCommand, ScriptInstruction, ScriptStart } from './script-command.ts';
import type { Snapshot } from './snapshot.ts';
import { typedValues } from './typed-value.ts';

const WORKER = { workerId: 'differential', lockDuration: 600_000 };

/** Any engine that speaks the REST dialect of Camunda 7: an Operaton, or a server of ours at its /engine-rest. */
export class RestEngine implements EngineUnderTest {
  readonly #client: RestClient;

  /** `url` is the REST root, http://host:port/engine-rest; `authorization` the header that it wants, if any */
  constructor(url: string, authorization?: string) {
    this.#client = new RestClient(url, authorization);
  }

  async deploy(files: readonly DefinitionFile[]): Promise<void> {
    const form = new FormData();
    form.set('deployment-name', files[0]?.name ?? 'nothing');
    for (const { name, content } of files) form.set(name, new Blob([content]), name);
    await this.#client.upload('/deployment/create', form);
  }

  async start(start: ScriptStart): Promise<InstanceUnderTest> {
    return new RestInstance(this.#client, await this.#begin(start));
  }

  async #begin({ process, variables = {}, businessKey, at, on, name = '' }: ScriptStart): Promise<string> {
    const typed = typedValues(variables);
    if (on === undefined) {
      const { id } = await this.#client.post<{ id: string }>(`/process-definition/key/${process}/start`, {
        variables: typed,
        businessKey,
        ...(at !== undefined && { startInstructions: [{ type: 'startBeforeActivity', activityId: at }] }),
      });
      return id;
    }
    const before = new Set(await this.#instancesOf(process));
    if (on === 'message')
      await this.#client.post('/message', { messageName: name, businessKey, processVariables: typed });
    else if (on === 'signal') await this.#client.post('/signal', { name, variables: typed });
    else await this.#fireStart(process);
    const id = (await this.#instancesOf(process)).find((found) => !before.has(found));
    if (id === undefined) throw new Refused(`the ${on} "${name}" has started no instance of ${process}`);
    return id;
  }

  async #fireStart(process: string): Promise<void> {
    const jobs = await this.#client.get<{ id: string; processInstanceId: string | null }[]>(
      `/job?processDefinitionKey=${process}`,
    );
    const job = jobs.find(({ processInstanceId }) => processInstanceId === null);
    if (job === undefined) throw new NothingWaits(process, []);
    await this.#client.post(`/job/${job.id}/execute`);
  }

  async #instancesOf(process: string): Promise<string[]> {
    const found = await this.#client.get<{ id: string }[]>(
      `/history/process-instance?processDefinitionKey=${process}`,
    );
    return found.map(({ id }) => id);
  }
}

class RestInstance implements InstanceUnderTest {
  readonly #client: RestClient;
  readonly #id: string;
  readonly #view: RestView;
  #waits: RestWaits | undefined;

  constructor(client: RestClient, id: string) {
    this.#client = client;
    this.#id = id;
    this.#view = new RestView(client, id);
  }

  async snapshot(): Promise<Snapshot> {
    const { snapshot, waits } = await this.#view.read();
    this.#waits = waits;
    return snapshot;
  }

  async dispose(): Promise<void> {
    await this.#client.delete(`/process-instance/${this.#id}`).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
  }

  async send(command: ScriptCommand): Promise<void> {
    const waits = this.#waits ?? (await this.#view.read()).waits;
    this.#waits = undefined;
    const variables = typedValues(('variables' in command ? command.variables : undefined) ?? {});
    switch (command.do) {
      case 'complete':
        await this.#client.post(`/task/${find(waits.tasks, command.at).id}/complete`, { variables });
        break;
      case 'work': {
        const { id } = await this.#locked(find(waits.externalTasks, command.at));
        const localVariables = typedValues(command.localVariables ?? {});
        await this.#client.post(`/external-task/${id}/complete`, { ...WORKER, variables, localVariables });
        break;
      }
      case 'error': {
        const body = { errorCode: command.code, errorMessage: command.message, variables };
        const task = waits.tasks.find(({ at }) => isAt(at, command.at));
        if (task !== undefined) await this.#client.post(`/task/${task.id}/bpmnError`, body);
        else {
          const { id } = await this.#locked(find(waits.externalTasks, command.at));
          await this.#client.post(`/external-task/${id}/bpmnError`, { ...WORKER, ...body });
        }
        break;
      }
      case 'escalate': {
        const body = { escalationCode: command.code, variables };
        await this.#client.post(`/task/${find(waits.tasks, command.at).id}/bpmnEscalation`, body);
        break;
      }
      case 'job':
        await this.#client.post(`/job/${find(waits.jobs, command.at).id}/execute`);
        break;
      case 'message': {
        const { executionId, name } = find(waits.messages, command.at);
        const path = `/execution/${executionId}/messageSubscriptions/${encodeURIComponent(name)}/trigger`;
        await this.#client.post(path, { variables });
        break;
      }
      case 'signal':
        await this.#client.post('/signal', { name: command.name, variables });
        break;
      case 'set':
        await this.#set(command, waits, variables);
        break;
      case 'modify': {
        const instructions = command.instructions.map((instruction) => modification(instruction, waits));
        await this.#client.post(`/process-instance/${this.#id}/modification`, { instructions });
        break;
      }
      case 'migrate':
        await this.#migrate(command.to, command.map);
        break;
      case 'cancel':
        await this.#client.delete(`/process-instance/${this.#id}`);
        break;
    }
  }

  async #migrate(to: string, map: Readonly<Record<string, string>>): Promise<void> {
    const [{ definitionId }, target] = await Promise.all([
      this.#client.get<{ definitionId: string }>(`/process-instance/${this.#id}`),
      this.#client.get<{ id: string }>(`/process-definition/key/${to}`),
    ]);
    await this.#client.post('/migration/execute', {
      migrationPlan: {
        sourceProcessDefinitionId: definitionId,
        targetProcessDefinitionId: target.id,
        instructions: Object.entries(map).map(([source, mapped]) => ({
          sourceActivityIds: [source],
          targetActivityIds: [mapped],
          updateEventTrigger: false,
        })),
      },
      processInstanceIds: [this.#id],
    });
  }

  async #set(
    { at, local, remove = [] }: Extract<ScriptCommand, { do: 'set' }>,
    waits: RestWaits,
    modifications: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const body = { modifications, deletions: remove };
    if (at === undefined) await this.#client.post(`/process-instance/${this.#id}/variables`, body);
    else if (local === true)
      await this.#client.post(`/execution/${find(waits.activities, at).executionId}/localVariables`, body);
    else await this.#client.post(`/task/${find(waits.tasks, at).id}/variables`, body);
  }

  async #locked(task: Wait): Promise<Wait> {
    await this.#client.post(`/external-task/${task.id}/lock`, WORKER);
    return task;
  }
}

function find<T extends Wait>(waits: readonly T[], target: string): T {
  const found = waits.find(({ at }) => isAt(at, target));
  if (found !== undefined) return found;
  throw new NothingWaits(
    target,
    waits.map(({ at }) => at),
  );
}

function modification(instruction: ScriptInstruction, waits: RestWaits): Record<string, unknown> {
  if ('cancel' in instruction) {
    const { id, transition } = find(waits.activities, instruction.cancel);
    return { type: 'cancel', [transition ? 'transitionInstanceId' : 'activityInstanceId']: id };
  }
  if ('cancelAll' in instruction) return { type: 'cancel', activityId: instruction.cancelAll };
  const variables = typedValues(instruction.variables ?? {});
  const local = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, { ...value, local: false }]),
  );
  if ('startBefore' in instruction)
    return { type: 'startBeforeActivity', activityId: instruction.startBefore, variables: local };
  if ('startAfter' in instruction)
    return { type: 'startAfterActivity', activityId: instruction.startAfter, variables: local };
  return { type: 'startTransition', transitionId: instruction.startTransition, variables: local };
}
