import type { Finding } from '@oneplan/runtime/model/finding.ts';
import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { deleteDeployment } from '../../usecases/engine-definitions/delete-deployment.ts';
import {
  deployProcesses,
  FilesRefused,
  isBpmn,
  isDmn,
} from '../../usecases/engine-definitions/deploy-processes.ts';
import { deploymentQuery } from '../../usecases/engine-queries/definition-query.ts';
import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { definitionJson, deploymentJson } from './definition-json.ts';
import { readMultipart } from './multipart.ts';
import { queryRoutes } from './query-routes.ts';
import { sendText } from './rest-answer.ts';
import { invalidRequest, notFound, RestFailure } from './rest-failure.ts';
import { type RestCall, type RestRoute, route } from './rest-route.ts';
import { selfLink } from './self-link.ts';

const path = '/deployment';
const idOf = ({ params }: RestCall): string => params.id ?? '';

/** `/deployment` of the Camunda 7 REST API: BPMN and DMN files. Published plans can be looked at, too. */
export const deploymentRoutes: readonly RestRoute[] = [
  ...queryRoutes({
    path,
    permission: 'deployment.read',
    query: deploymentQuery,
    present: async (_context, rows) => rows.map(deploymentJson),
  }).filter(({ method }) => method === 'get'),
  route('post', `${path}/create`, 'deployment.manage', create),
  route('get', `${path}/:id`, 'deployment.read', async (context, call) =>
    deploymentJson(await requireDeployment(context, idOf(call))),
  ),
  route('delete', `${path}/:id`, 'deployment.manage', (context, call) =>
    deleteDeployment(context, idOf(call), call.query.cascade === 'true'),
  ),
  route('get', `${path}/:id/resources`, 'deployment.read', async (context, call) =>
    (await resourcesOf(context, idOf(call))).map(({ id, name }) => ({ id, name, deploymentId: idOf(call) })),
  ),
  route('get', `${path}/:id/resources/:resourceId`, 'deployment.read', async (context, call) => {
    const { id, name } = await requireResource(context, call);
    return { id, name, deploymentId: idOf(call) };
  }),
  route('get', `${path}/:id/resources/:resourceId/data`, 'deployment.read', async (context, call) => {
    sendText(call.response, (await requireResource(context, call)).xml);
  }),
];

async function create(context: Context, call: RestCall): Promise<unknown> {
  const { fields, files } = await readMultipart(call.request.get('content-type') ?? '', call.body);
  if (files.length === 0)
    throw invalidRequest(
      'No deployment resources contained in the form upload. Provide at least one resource as a file.',
    );
  for (const { name } of files)
    if (!isBpmn(name) && !isDmn(name))
      throw invalidRequest(
        `The file '${name.slice(0, 100)}' is neither BPMN (.bpmn, .bpmn20.xml) nor DMN (.dmn); nothing else is deployed here`,
      );
  if (fields.has('deployment-activation-time'))
    throw invalidRequest("'deployment-activation-time' is not supported: suspend the definitions instead");
  const changedOnly = fields.get('deploy-changed-only') === 'true';
  try {
    const outcome = await deployProcesses(context, {
      name: fields.get('deployment-name') ?? null,
      source: fields.get('deployment-source') ?? null,
      tenantId: fields.get('tenant-id') ?? '',
      files,
      changedOnly,
      filterDuplicates: changedOnly || fields.get('enable-duplicate-filtering') === 'true',
    });
    const row = await requireDeployment(context, outcome.id);
    return {
      ...deploymentJson(row),
      links: [selfLink(call, `/deployment/${outcome.id}`)],
      deployedProcessDefinitions: await deployedProcesses(context, outcome.processDefinitionIds),
      deployedCaseDefinitions: null,
      deployedDecisionDefinitions: await deployedDecisions(context, outcome.decisionDefinitionIds),
      deployedDecisionRequirementsDefinitions: null,
    };
  } catch (error) {
    throw error instanceof FilesRefused ? parseException(error.findings) : error;
  }
}

/** As Camunda 7 tells what is wrong with files: a sentence for people, and each problem with its place. */
function parseException(findings: ReadonlyMap<string, readonly Finding[]>): RestFailure {
  const sentences = [...findings].flatMap(([file, found]) =>
    found.map(
      ({ message, line }) => `* ${message} | resource ${file}${line === undefined ? '' : ` | line ${line}`}`,
    ),
  );
  const details = Object.fromEntries(
    [...findings].map(([file, found]) => [file, { errors: found.map(problemJson), warnings: [] }]),
  );
  return new RestFailure(
    400,
    'ParseException',
    `Could not parse BPMN process. Errors: \n${sentences.slice(0, 50).join('\n')}`,
    { details },
  );
}

const problemJson = ({ message, line, elementId, rule }: Finding) => ({
  message,
  line: line ?? 0,
  column: 0,
  mainElementId: elementId ?? null,
  elementIds: elementId === undefined ? [] : [elementId],
  rule,
});

async function deployedProcesses(context: Context, ids: readonly string[]): Promise<unknown> {
  if (ids.length === 0) return null;
  const rows = await context.sql.all<QueryRow>(
    `SELECT id, bundle_id, process_key, version, name, suspended, tenant_id, version_tag, resource_name
     FROM process_definition WHERE id IN (${ids.map(() => '?').join(',')})`,
    ids,
  );
  return Object.fromEntries(
    await Promise.all(
      rows.map(async (row) => [row.id, definitionJson(row, await findDefinition(context, String(row.id)))]),
    ),
  );
}

async function deployedDecisions(context: Context, ids: readonly string[]): Promise<unknown> {
  if (ids.length === 0) return null;
  const rows = await context.sql.all<QueryRow>(
    `SELECT id, bundle_id, decision_key, version, name FROM decision_definition WHERE id IN (${ids.map(() => '?').join(',')})`,
    ids,
  );
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        key: row.decision_key,
        category: null,
        name: row.decision_key,
        version: Number(row.version),
        resource: row.name,
        deploymentId: row.bundle_id,
        tenantId: null,
        decisionRequirementsDefinitionId: null,
        decisionRequirementsDefinitionKey: null,
        historyTimeToLive: null,
        versionTag: null,
      },
    ]),
  );
}

async function requireDeployment(context: Context, id: string): Promise<QueryRow> {
  const row = await context.sql.one<QueryRow>(
    `SELECT ${deploymentQuery.select} FROM ${deploymentQuery.from} WHERE b.id = ?`,
    [id],
  );
  if (!row) throw notFound(`Deployment with id '${id}' does not exist`);
  return row;
}

interface Resource {
  readonly id: string;
  readonly name: string;
  readonly xml: string;
}

/** A file is named by the first definition that it holds. */
async function resourcesOf(context: Context, deploymentId: string): Promise<Resource[]> {
  await requireDeployment(context, deploymentId);
  const rows = await context.sql.all<Resource>(
    `SELECT id, COALESCE(resource_name, process_key) AS name, xml FROM process_definition WHERE bundle_id = ?
     UNION ALL SELECT id, name, xml FROM decision_definition WHERE bundle_id = ?`,
    [deploymentId, deploymentId],
  );
  const byName = new Map<string, Resource>();
  for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1)))
    if (!byName.has(row.name)) byName.set(row.name, row);
  return [...byName.values()];
}

async function requireResource(context: Context, call: RestCall): Promise<Resource> {
  const found = (await resourcesOf(context, idOf(call))).find(({ id }) => id === call.params.resourceId);
  if (found) return found;
  throw notFound(
    `Deployment resource with resource id '${call.params.resourceId}' for deployment id '${idOf(call)}' does not exist.`,
  );
}
