import { instantOf } from './instant.ts';
import type { RestClient } from './rest-client.ts';

/** A timer or continuation of the engine that waits or has failed. */
export interface EngineJob {
  readonly id: string;
  readonly elementId: string;
  readonly kind: 'timer' | 'continuation';
  /** Milliseconds since 1970; null: as soon as the engine comes to it. */
  readonly dueAt: number | null;
  readonly retries: number;
  readonly message: string | null;
}

/** Work of the engine that has failed for the last time. */
export interface EngineIncident {
  readonly id: string;
  readonly kind: 'failedJob' | 'failedExternalTask';
  /** Instance on the engine, a called one among them. */
  readonly engineInstanceId: string;
  readonly elementId: string;
  /** Id of the job or external task. */
  readonly workId: string;
  readonly message: string | null;
  readonly at: number;
}

interface Job {
  readonly id: string;
  readonly jobDefinitionId: string | null;
  readonly failedActivityId: string | null;
  readonly dueDate: string | null;
  readonly retries: number;
  readonly exceptionMessage: string | null;
}

interface JobDefinition {
  readonly activityId: string;
  readonly jobType: string;
}

/** Definitions never change, so they are read once. */
const definitions = new WeakMap<RestClient, Map<string, JobDefinition>>();

export async function readJobs(
  client: RestClient,
  engineInstanceIds: readonly string[],
): Promise<EngineJob[]> {
  if (engineInstanceIds.length === 0) return [];
  const jobs = await client.all<Job>('/job', { processInstanceIds: engineInstanceIds.join(',') });
  const found: EngineJob[] = [];
  for (const job of jobs) {
    const definition = job.jobDefinitionId === null ? null : await definitionOf(client, job.jobDefinitionId);
    found.push({
      id: job.id,
      elementId: definition?.activityId ?? job.failedActivityId ?? '',
      kind: definition?.jobType.startsWith('timer') ? 'timer' : 'continuation',
      dueAt: job.dueDate === null ? null : instantOf(job.dueDate),
      retries: job.retries,
      message: job.exceptionMessage,
    });
  }
  return found;
}

async function definitionOf(client: RestClient, id: string): Promise<JobDefinition> {
  const known = definitions.get(client) ?? new Map<string, JobDefinition>();
  definitions.set(client, known);
  const definition =
    known.get(id) ?? (await client.get<JobDefinition>(`/job-definition/${encodeURIComponent(id)}`));
  known.set(id, definition);
  return definition;
}

interface Incident {
  readonly id: string;
  readonly incidentType: string;
  readonly processInstanceId: string | null;
  readonly activityId: string | null;
  readonly failedActivityId: string | null;
  readonly rootCauseIncidentId: string | null;
  readonly configuration: string | null;
  readonly incidentMessage: string | null;
  readonly incidentTimestamp: string;
}

/** Every open incident of the engine at the place where it began; those that callers inherit are left out. */
export async function readIncidents(client: RestClient): Promise<EngineIncident[]> {
  const incidents = await client.all<Incident>('/incident', { sortBy: 'incidentId', sortOrder: 'asc' });
  return incidents.flatMap((incident): EngineIncident[] => {
    const { id, incidentType: kind, processInstanceId, configuration } = incident;
    if (kind !== 'failedJob' && kind !== 'failedExternalTask') return [];
    if (processInstanceId === null || configuration === null) return [];
    if (incident.rootCauseIncidentId !== null && incident.rootCauseIncidentId !== id) return [];
    return [
      {
        id,
        kind,
        engineInstanceId: processInstanceId,
        elementId: incident.failedActivityId ?? incident.activityId ?? '',
        workId: configuration,
        message: incident.incidentMessage,
        at: instantOf(incident.incidentTimestamp),
      },
    ];
  });
}
