import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import {
  activityStatistics,
  definitionStatistics,
  requireDefinition,
} from '../../usecases/engine-definitions/find-definition.ts';
import { setDefinitionSuspension } from '../../usecases/engine-definitions/suspend-definition.ts';
import { startProcess } from '../../usecases/engine-instances/start-process.ts';
import { definitionQuery } from '../../usecases/engine-queries/definition-query.ts';
import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { startBody, suspensionBody } from './command-bodies.ts';
import { definitionJson } from './definition-json.ts';
import { instanceJson } from './instance-json.ts';
import { text } from './json-values.ts';
import { parseBody } from './parse-body.ts';
import { queryRoutes } from './query-routes.ts';
import { RestFailure } from './rest-failure.ts';
import { type RestCall, type RestRoute, route } from './rest-route.ts';
import { selfLink } from './self-link.ts';
import { readTypedValues, writeTypedValues } from './typed-values.ts';

const path = '/process-definition';

/** A definition is named by its id, or by its key (the latest version), or by key and tenant. */
type NameDefinition = (context: Context, call: RestCall) => Promise<QueryRow>;
const places: readonly (readonly [string, NameDefinition])[] = [
  [`${path}/key/:key/tenant-id/:tenant`, ({ sql }, { params }) => byKey(sql, params.key, params.tenant)],
  [`${path}/key/:key`, ({ sql }, { params }) => byKey(sql, params.key)],
  [
    `${path}/:id`,
    async ({ sql }, { params }) => {
      const row = await requireDefinition(sql, { id: params.id ?? '' });
      if (row) return row;
      throw new RestFailure(404, 'InvalidRequestException', `No matching definition with id ${params.id}`);
    },
  ],
];

async function byKey(sql: Context['sql'], key = '', tenantId?: string): Promise<QueryRow> {
  const row = await requireDefinition(sql, { key, tenantId });
  if (row) return row;
  const tenant = tenantId === undefined ? 'and no tenant-id' : `and tenant-id: ${tenantId}`;
  throw new RestFailure(404, 'RestException', `No matching process definition with key: ${key} ${tenant}`);
}

const present = (context: Context, rows: readonly QueryRow[]) =>
  Promise.all(rows.map(async (row) => definitionJson(row, await findDefinition(context, text(row, 'id')))));

/** `/process-definition` of the Camunda 7 REST API. */
export const definitionRoutes: readonly RestRoute[] = [
  ...queryRoutes({ path, permission: 'definition.read', query: definitionQuery, present }).filter(
    ({ method }) => method === 'get',
  ),
  route('get', `${path}/statistics`, 'definition.read', async (context) => {
    const found = await definitionStatistics(context);
    return Promise.all(
      found.map(async ({ row, ...counts }) => ({
        id: text(row, 'id'),
        ...counts,
        definition: (await present(context, [row]))[0],
      })),
    );
  }),
  route('put', `${path}/suspended`, 'definition.manage', async (context, { body }) => {
    const { suspended, processDefinitionKey, includeProcessInstances } = parseBody(suspensionBody, body);
    const row = await byKey(context.sql, processDefinitionKey ?? '');
    await setDefinitionSuspension(context, text(row, 'process_key'), {
      suspended,
      includeInstances: includeProcessInstances ?? false,
    });
  }),
  ...places.flatMap(([place, named]) => [
    route(
      'get',
      place,
      'definition.read',
      async (context, call) => (await present(context, [await named(context, call)]))[0],
    ),
    route('get', `${place}/xml`, 'definition.read', async (context, call) => {
      const id = text(await named(context, call), 'id');
      const found = await findDefinition(context, id);
      return { id, bpmn20Xml: found?.process.xml ?? '' };
    }),
    route('get', `${place}/startForm`, 'definition.read', async (context, call) => {
      const found = await findDefinition(context, text(await named(context, call), 'id'));
      const graph = found?.process.graph;
      const start = graph?.nodes[graph.start];
      return { key: (start?.kind === 'start-event' ? start.formKey : null) ?? null, contextPath: null };
    }),
    route('get', `${place}/statistics`, 'definition.read', async (context, call) =>
      activityStatistics(context, text(await named(context, call), 'id')),
    ),
    route('post', `${place}/start`, 'instance.start', async (context, call) => {
      const row = await named(context, call);
      const body = parseBody(startBody, call.body);
      const started = await startProcess(context, {
        definitionId: text(row, 'id'),
        businessKey: body.businessKey ?? null,
        variables: readTypedValues(body.variables),
        startEventId: body.startInstructions?.[0]?.activityId ?? null,
      });
      return {
        ...instanceJson(started.row),
        links: [selfLink(call, `/process-instance/${started.id}`)],
        ...(body.withVariablesInReturn ? { variables: writeTypedValues(started.variables) } : {}),
      };
    }),
  ]),
];
