import { CamundaError } from './engine-error.ts';
import { prepareResource } from './prepare-resource.ts';
import type { RestClient } from './rest-client.ts';

export interface DeploymentRequest {
  /** Id of the bundle: the same bundle is deployed once, however often this is asked. */
  readonly name: string;
  /** Tenant that its definitions belong to; absent: none. */
  readonly tenantId?: string;
  /** File name to BPMN or DMN text. */
  readonly resources: ReadonlyMap<string, string>;
}

export interface DeployedDefinition {
  readonly key: string;
  /** Id on the engine; an instance that is started by it stays on it. */
  readonly id: string;
}

/** Where our deployments come from, as the engine shows it. */
const source = 'OnePlan';

interface Created {
  readonly id: string;
}

/**
 * Deploys a bundle and answers its process definitions. The engine compares with what it has under this name, so a
 * repeat finds the same deployment; should two of them have run at once, both hold the same and either will do.
 */
export async function deploy(
  client: RestClient,
  request: DeploymentRequest,
): Promise<readonly DeployedDefinition[]> {
  const form = new FormData();
  form.set('deployment-name', request.name);
  form.set('deployment-source', source);
  form.set('enable-duplicate-filtering', 'true');
  if (request.tenantId !== undefined) form.set('tenant-id', request.tenantId);
  for (const [name, xml] of request.resources)
    form.set(name, new Blob([prepareResource(xml)], { type: 'text/xml' }), name);
  const { id } = await client.postForm<Created>('/deployment/create', form);
  const definitions = await client.all<DeployedDefinition>('/process-definition', { deploymentId: id });
  if (definitions.length === 0)
    throw new CamundaError('refused', `the deployment ${id} has no executable process`, {
      mayHaveHappened: true,
    });
  for (const definition of definitions) await leaveStartTimers(client, definition.id);
  return definitions.map((definition) => ({ key: definition.key, id: definition.id }));
}

/** Start timers are this server's own jobs, with its calendar; the engine must not start a second instance at them. */
async function leaveStartTimers(client: RestClient, processDefinitionId: string): Promise<void> {
  const jobs = await client.all<{ id: string; jobType: string }>('/job-definition', { processDefinitionId });
  for (const { id, jobType } of jobs)
    if (jobType === 'timer-start-event')
      await client.put(`/job-definition/${encodeURIComponent(id)}/suspended`, {
        suspended: true,
        includeJobs: true,
      });
}
