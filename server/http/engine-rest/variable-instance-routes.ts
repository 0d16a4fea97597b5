import { z } from 'zod';
import type { Context } from '../../context.ts';
import {
  activityInstanceId,
  executionId,
  readActivityInstanceId,
  readExecutionId,
} from '../../usecases/engine-queries/shared-filters.ts';
import {
  listVariableInstances,
  type VariableFilter,
  type VariableInstance,
} from '../../usecases/engine-variables/variable-instances.ts';
import { camundaDate } from './camunda-date.ts';
import { parseBody } from './parse-body.ts';
import { invalidRequest } from './rest-failure.ts';
import { type RestRoute, route } from './rest-route.ts';
import { writeTypedValue } from './typed-values.ts';

const text = z.string().max(4_000);
const texts = z.union([z.array(text).max(1_000), text.transform((value) => value.split(','))]);
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);
const whole = z.coerce.number().int().min(0);
const orders = ['variableName', 'activityInstanceId', 'instanceId', 'tenantId'] as const;

const query = z.strictObject({
  processInstanceId: text.nullish(),
  processInstanceIdIn: texts.nullish(),
  processDefinitionId: text.nullish(),
  processDefinitionKey: text.nullish(),
  executionIdIn: texts.nullish(),
  activityInstanceIdIn: texts.nullish(),
  variableName: text.nullish(),
  variableNameIn: texts.nullish(),
  variableNameLike: text.nullish(),
  variableValue: z.union([text, z.number(), z.boolean(), z.null()]).optional(),
  tenantIdIn: texts.nullish(),
  withoutTenantId: flag.nullish(),
  includeDeleted: flag.nullish(),
  deserializeValues: flag.nullish(),
  deserializeValue: flag.nullish(),
  sortBy: z.enum(orders).nullish(),
  sortOrder: z.enum(['asc', 'desc']).nullish(),
  sorting: z
    .array(z.object({ sortBy: z.enum(orders), sortOrder: z.enum(['asc', 'desc']).default('asc') }))
    .max(4)
    .nullish(),
  firstResult: whole.nullish(),
  maxResults: whole.nullish(),
});
type Query = z.output<typeof query>;

function filterOf(asked: Query, historic: boolean): VariableFilter {
  const instanceIds = [
    ...(asked.processInstanceId ? [asked.processInstanceId] : []),
    ...(asked.processInstanceIdIn ?? []),
  ];
  const executions = (asked.executionIdIn ?? []).map(
    (id) => readExecutionId(id) ?? { instanceId: id, token: 0 },
  );
  const activities = (asked.activityInstanceIdIn ?? []).map((id) => {
    const at = readActivityInstanceId(id);
    return at ? { instanceId: at.instanceId, token: at.activity } : { instanceId: id, token: 0 };
  });
  const at = [...executions, ...activities];
  const names = asked.variableNameIn ?? (asked.variableName ? [asked.variableName] : undefined);
  return {
    instanceIds: instanceIds.length > 0 ? instanceIds : undefined,
    processKey: asked.processDefinitionKey ?? undefined,
    definitionId: asked.processDefinitionId ?? undefined,
    tenantIds: asked.withoutTenantId ? [''] : (asked.tenantIdIn ?? undefined),
    names,
    nameLike: asked.variableNameLike ?? undefined,
    value: asked.variableValue,
    at: at.length > 0 ? at : undefined,
    historic,
  };
}

const scopeId = ({ instanceId, rootId, activity }: VariableInstance) =>
  activity ? executionId(rootId, activity.token) : instanceId;
const activityId = ({ instanceId, rootId, activity }: VariableInstance) =>
  activity ? activityInstanceId(activity.elementId, rootId, activity.token) : instanceId;

const sortKeys: Readonly<Record<(typeof orders)[number], (found: VariableInstance) => string>> = {
  variableName: ({ name }) => name,
  activityInstanceId: activityId,
  instanceId: ({ instanceId }) => instanceId,
  tenantId: ({ tenantId }) => tenantId,
};

function sorted(found: VariableInstance[], asked: Query): VariableInstance[] {
  const single = asked.sortBy ? [{ sortBy: asked.sortBy, sortOrder: asked.sortOrder ?? 'asc' }] : [];
  const criteria = asked.sorting ?? single;
  return found.sort((a, b) => {
    for (const { sortBy, sortOrder } of criteria) {
      const [left, right] = [sortKeys[sortBy](a), sortKeys[sortBy](b)];
      if (left !== right) return (left < right ? -1 : 1) * (sortOrder === 'desc' ? -1 : 1);
    }
    return 0;
  });
}

function json(found: VariableInstance, historic: boolean) {
  const shared = {
    ...writeTypedValue(found.value),
    id: `${scopeId(found)}:${found.name}`,
    name: found.name,
    processDefinitionId: found.definitionId,
    processInstanceId: found.instanceId,
    executionId: scopeId(found),
    caseInstanceId: null,
    caseExecutionId: null,
    taskId: null,
    activityInstanceId: activityId(found),
    errorMessage: null,
    tenantId: found.tenantId || null,
  };
  if (!historic) return { ...shared, batchId: null };
  return {
    ...shared,
    processDefinitionKey: found.processKey,
    caseDefinitionKey: null,
    caseDefinitionId: null,
    state: 'CREATED',
    createTime: camundaDate(found.createdAt),
    removalTime: null,
    rootProcessInstanceId: found.rootId,
  };
}

const read = (input: unknown): Query => {
  const asked = parseBody(query, input);
  if ((asked.sortBy ?? null) !== null && (asked.sortOrder ?? null) === null)
    throw invalidRequest('Only a single sorting parameter specified. sortBy and sortOrder required');
  return asked;
};

const routesAt = (path: string, historic: boolean): RestRoute[] => {
  const permission = historic ? 'history.read' : 'instance.read';
  const list = async (context: Context, input: unknown, address: Readonly<Record<string, unknown>>) => {
    const asked = read(input);
    const { firstResult, maxResults } = parseBody(
      z.object({ firstResult: whole.optional(), maxResults: whole.optional() }),
      address,
    );
    const first = firstResult ?? asked.firstResult ?? 0;
    const max = Math.min(maxResults ?? asked.maxResults ?? 10_000, 10_000);
    const found = sorted(await listVariableInstances(context, filterOf(asked, historic)), asked);
    return found.slice(first, first + max).map((each) => json(each, historic));
  };
  const count = async (context: Context, input: unknown) => ({
    count: (await listVariableInstances(context, filterOf(read(input), historic))).length,
  });
  return [
    route('get', path, permission, (context, { query: address }) => list(context, address, {})),
    route('post', path, permission, (context, { body, query: address }) => list(context, body, address)),
    route('get', `${path}/count`, permission, (context, { query: address }) => count(context, address)),
    route('post', `${path}/count`, permission, (context, { body }) => count(context, body)),
  ];
};

/** Variables over all scopes: those of instances that run, and those that the history holds. */
export const variableInstanceRoutes: readonly RestRoute[] = [
  ...routesAt('/variable-instance', false),
  ...routesAt('/history/variable-instance', true),
];
