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
    topics: (body.topics ?? []).filter(canMatch).map(fetchTopicOf),
  };
}

/** There are no tenants and no version tags here: who asks for one gets nothing. */
function canMatch(topic: Topic): boolean {
  return (topic.tenantIdIn ?? []).length === 0 && !topic.processDefinitionVersionTag;
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
