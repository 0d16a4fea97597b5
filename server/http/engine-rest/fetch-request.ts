import type { z } from 'zod';
import type { FetchRequest, FetchTopic } from '../../usecases/external-tasks/fetch-and-lock.ts';
import type { fetchAndLockBody } from './external-task-bodies.ts';

type Body = z.output<typeof fetchAndLockBody>;
type Topic = NonNullable<Body['topics']>[number];

/** Whoever asks for more gets the rest with the next request. */
const mostTasks = 1_000;

export function fetchRequestOf(body: Body): FetchRequest {
  return {
    workerId: body.workerId,
    maxTasks: Math.min(body.maxTasks, mostTasks),
    usePriority: body.usePriority ?? false,
    newestFirst: body.sorting?.[0]?.sortOrder === 'desc',
    topics: (body.topics ?? []).map(fetchTopicOf),
  };
}

function fetchTopicOf(topic: Topic): FetchTopic {
  return {
    topic: topic.topicName,
    lockMilliseconds: topic.lockDuration,
    variables: topic.variables ?? null,
    localVariables: topic.localVariables ?? false,
    businessKey: topic.businessKey ?? null,
    definitionIds: both(topic.processDefinitionId, topic.processDefinitionIdIn),
    processKeys: both(topic.processDefinitionKey, topic.processDefinitionKeyIn),
    processVariables: topic.processVariables ?? null,
    versionTag: topic.processDefinitionVersionTag ?? null,
    tenantIds: topic.withoutTenantId ? [''] : (topic.tenantIdIn ?? null),
    extensionProperties: topic.includeExtensionProperties ?? false,
  };
}

/** Values that both filters, the single one and the list, let through; null: all. */
function both(
  one: string | null | undefined,
  many: readonly string[] | null | undefined,
): readonly string[] | null {
  if (one === null || one === undefined) return many ?? null;
  return !many || many.includes(one) ? [one] : [];
}
