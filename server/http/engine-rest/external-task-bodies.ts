import { z } from 'zod';

/** What clients send to `/external-task/…`; members of the API that are not listed are passed over, as Camunda does. */
export const name = z.string().min(1).max(255);
export const names = z.array(name).max(1_000);
const workerId = z.string({ error: 'workerId is null' }).min(1, { error: 'workerId is empty' }).max(200);
const lockDuration = z.number().int().positive().max(31_536_000_000);
const retries = z.number().int().min(0).max(2_147_483_647);

/** Members that would mean something and are not done here: sent, they are an error instead of being passed over. */
export const refused = (...members: readonly string[]) =>
  Object.fromEntries(
    members.map((member) => [member, z.null({ error: `'${member}' is not supported` }).optional()]),
  );

export const typedValue = z.object({
  value: z.unknown(),
  type: z.string().max(50).nullish(),
  valueInfo: z.record(z.string(), z.unknown()).nullish(),
});
export const typedValues = z.record(name, typedValue).nullish();

const topic = z.object({
  topicName: name,
  lockDuration,
  variables: names.nullish(),
  localVariables: z.boolean().nullish(),
  businessKey: z.string().nullish(),
  processDefinitionId: name.nullish(),
  processDefinitionIdIn: names.nullish(),
  processDefinitionKey: name.nullish(),
  processDefinitionKeyIn: names.nullish(),
  processDefinitionVersionTag: name.nullish(),
  processVariables: z.record(name, z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
  tenantIdIn: names.nullish(),
  withoutTenantId: z.boolean().nullish(),
  includeExtensionProperties: z.boolean().nullish(),
  deserializeValues: z.boolean().nullish(),
});

export const longestAsyncResponseTimeout = 1_800_000;

export const fetchAndLockBody = z.object({
  workerId,
  maxTasks: z.number().int().min(0),
  usePriority: z.boolean().nullish(),
  asyncResponseTimeout: z
    .number()
    .int()
    .min(0)
    .max(longestAsyncResponseTimeout, {
      error: `The asynchronous response timeout cannot be set to a value greater than ${longestAsyncResponseTimeout} milliseconds`,
    })
    .nullish(),
  sorting: z
    .array(z.object({ sortBy: z.literal('createTime'), sortOrder: z.enum(['asc', 'desc']).nullish() }))
    .max(1)
    .nullish(),
  topics: z.array(topic).max(100).nullish(),
});

export const completeBody = z.object({ workerId, variables: typedValues, localVariables: typedValues });

export const failureBody = z.object({
  workerId,
  errorMessage: z.string().nullish(),
  errorDetails: z.string().nullish(),
  /** Left out it is 0, as Camunda has it: an incident. */
  retries: retries.default(0),
  retryTimeout: z.number().int().min(0).max(31_536_000_000).default(0),
  variables: typedValues,
  localVariables: typedValues,
});

export const bpmnErrorBody = z.object({
  workerId,
  errorCode: z.string({ error: 'errorCode is null' }).min(1, { error: 'errorCode is empty' }).max(255),
  errorMessage: z.string().max(4_000).nullish(),
  variables: typedValues,
});
export const extendLockBody = z.object({ workerId, newDuration: lockDuration });
export const lockBody = z.object({ workerId, lockDuration });
export const retriesBody = z.object({
  retries: z.number({ error: 'The number of retries cannot be null.' }).pipe(retries),
});
export const manyRetriesBody = retriesBody.extend({
  externalTaskIds: names.nullish(),
  processInstanceIds: names.nullish(),
  ...refused('externalTaskQuery', 'processInstanceQuery', 'historicProcessInstanceQuery'),
});
const queryFlag = z.enum(['true', 'false']).transform((value) => value === 'true');
export const topicNamesQuery = z.object({
  withLockedTasks: queryFlag.optional(),
  withUnlockedTasks: queryFlag.optional(),
  withRetriesLeft: queryFlag.optional(),
});
export const priorityBody = z.object({
  priority: z
    .number({ error: 'The priority of the external task cannot be null.' })
    .int()
    .min(-2_147_483_648)
    .max(2_147_483_647),
});
