import { findDefinition } from '../../persistence/published-bundle.ts';
import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { text } from './json-values.ts';
import { notFound } from './rest-failure.ts';
import { type RestRoute, route } from './rest-route.ts';

/** Id of what all jobs of one element have in common: `<kind>:<process key>:<definition id>:<element id>`. */
export const jobDefinitionId = (row: QueryRow): string =>
  [text(row, 'kind'), text(row, 'process_key'), text(row, 'definition_id'), text(row, 'element_id')].join(
    ':',
  );

/** Camunda 7's type of a job, by the kind of its row and the element that it belongs to. */
function jobType(kind: string, elementType: string): string {
  if (kind === 'continuation') return 'async-continuation';
  if (kind === 'start-timer' || elementType === 'startTimerEvent') return 'timer-start-event';
  return elementType === 'boundaryTimer' ? 'timer-transition' : 'timer-intermediate-transition';
}

/** `/job-definition/{id}`: what kind of job it is, and of which element. */
export const jobDefinitionRoutes: readonly RestRoute[] = [
  route('get', '/job-definition/:id', 'job.read', async (context, { params: { id = '' } }) => {
    const [kind = '', processKey = '', definitionId = '', elementId = ''] = id.split(':');
    const found = await findDefinition(context, definitionId);
    const process = found?.bundle.processes.get(processKey) ?? found?.process;
    const node = process?.graph.nodes[elementId];
    if (!found || !process || !node) throw notFound(`Job Definition with id ${id} does not exist`);
    return {
      id,
      processDefinitionId: process.definitionId,
      processDefinitionKey: process.key,
      jobType: jobType(kind, node.type),
      jobConfiguration: '',
      activityId: elementId,
      suspended: false,
      overridingJobPriority: null,
      tenantId: found.bundle.tenantId || null,
      deploymentId: found.bundle.id,
    };
  }),
];
