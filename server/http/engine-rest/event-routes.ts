import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { transaction } from '../../persistence/transaction.ts';
import {
  type Correlation,
  correlateMessage,
  correlateMessageToAll,
  type Message,
} from '../../usecases/engine/correlate-message.ts';
import { executeCommand } from '../../usecases/engine/execute-command.ts';
import { throwSignalForClient } from '../../usecases/engine-events/throw-signal-for-client.ts';
import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { instanceQuery } from '../../usecases/engine-queries/instance-query.ts';
import { statesOf } from '../../usecases/engine-queries/instance-states.ts';
import { executionId } from '../../usecases/engine-queries/shared-filters.ts';
import { waitsAt } from '../../usecases/engine-queries/waiting-execution.ts';
import { name, refused, typedValues } from './external-task-bodies.ts';
import { instanceJson } from './instance-json.ts';
import { parseBody } from './parse-body.ts';
import { invalidRequest, RestFailure } from './rest-failure.ts';
import { type RestRoute, route } from './rest-route.ts';
import { readTypedValues, writeTypedValues } from './typed-values.ts';

const messageBody = z.object({
  messageName: name.nullish(),
  businessKey: z.string().max(100).nullish(),
  tenantId: z.string().max(36).nullish(),
  withoutTenantId: z.boolean().nullish(),
  processInstanceId: name.nullish(),
  correlationKeys: typedValues,
  localCorrelationKeys: typedValues,
  processVariables: typedValues,
  processVariablesLocal: typedValues,
  all: z.boolean().nullish(),
  resultEnabled: z.boolean().nullish(),
  variablesInResultEnabled: z.boolean().nullish(),
  ...refused('processVariablesToTriggeredScope'),
});
const signalBody = z.object({
  name: name.nullish(),
  variables: typedValues,
  tenantId: z.string().max(36).nullish(),
  withoutTenantId: z.boolean().nullish(),
  ...refused('executionId'),
});
const triggerBody = z.object({ variables: typedValues });

/** Messages and signals. */
export const eventRoutes: readonly RestRoute[] = [
  route('post', '/message', 'event.deliver', async (context, { body }) => {
    const asked = parseBody(messageBody, body);
    if (!asked.messageName) throw invalidRequest('No message name supplied');
    if (asked.variablesInResultEnabled && !asked.resultEnabled)
      throw invalidRequest(
        "Parameter 'variablesInResultEnabled' cannot be used without 'resultEnabled' set to true.",
      );
    const correlations = await correlate(
      context,
      {
        name: asked.messageName,
        ...(asked.businessKey ? { businessKey: asked.businessKey } : {}),
        ...(asked.processInstanceId ? { instanceId: asked.processInstanceId } : {}),
        ...(asked.tenantId || asked.withoutTenantId ? { tenantId: asked.tenantId ?? '' } : {}),
        correlationKeys: readTypedValues(asked.correlationKeys),
        localCorrelationKeys: readTypedValues(asked.localCorrelationKeys),
        variables: readTypedValues(asked.processVariables) as Variables,
        ...(asked.processVariablesLocal
          ? { localVariables: readTypedValues(asked.processVariablesLocal) as Variables }
          : {}),
        actor: null,
        resultNeeded: asked.resultEnabled ?? false,
      },
      asked.all ?? false,
    );
    if (!asked.resultEnabled) return undefined;
    return Promise.all(
      correlations.map((found) => resultOf(context, found, asked.variablesInResultEnabled ?? false)),
    );
  }),
  route('post', '/signal', 'event.deliver', async (context, { body }) => {
    const asked = parseBody(signalBody, body);
    const signal = asked.name;
    if (!signal) throw invalidRequest('No signal name given');
    await throwSignalForClient(context, {
      name: signal,
      variables: readTypedValues(asked.variables) as Variables,
      tenantId: asked.withoutTenantId ? '' : (asked.tenantId ?? null),
    });
  }),
  route(
    'post',
    '/execution/:id/messageSubscriptions/:message/trigger',
    'event.deliver',
    async (context, call) => {
      const { id = '', message = '' } = call.params;
      const at = waitsAt('s', id);
      const variables = readTypedValues(parseBody(triggerBody, call.body).variables) as Variables;
      const waiting = await context.sql.one<{ instance_id: string; token: number }>(
        `SELECT s.instance_id, s.token FROM subscription s WHERE ${at.sql} AND s.kind = 'message' AND s.name = ? ORDER BY s.id LIMIT 1`,
        [...at.values, message],
      );
      if (!waiting)
        throw new RestFailure(
          500,
          'RestException',
          `Cannot trigger message ${message} for execution ${id}: Execution with id '${id}' does not have a subscription to a message event with name '${message}'`,
        );
      await transaction(context.database, () =>
        executeCommand(
          context,
          waiting.instance_id,
          { type: 'deliver-message', token: Number(waiting.token), variables },
          null,
        ),
      );
    },
  ),
];

async function correlate(context: Context, message: Message, all: boolean): Promise<readonly Correlation[]> {
  try {
    return await transaction(context.database, async () =>
      all ? correlateMessageToAll(context, message) : [await correlateMessage(context, message)],
    );
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict')
      throw new RestFailure(400, 'RestException', error.message);
    throw error;
  }
}

async function resultOf(context: Context, found: Correlation, withVariables: boolean): Promise<unknown> {
  if (found.to === 'engine') throw new Error('the result of a message that an engine answers later');
  const row = await context.sql.one<QueryRow>(
    `SELECT ${instanceQuery.select} FROM ${instanceQuery.from} WHERE p.id = ?`,
    [found.instanceId],
  );
  const state = (await statesOf(context, [found.instanceId])).get(found.instanceId);
  const execution =
    found.to === 'execution'
      ? {
          id: executionId(found.instanceId, found.token),
          processInstanceId: found.instanceId,
          ended: !state?.t.some(({ i }) => i === found.token),
          tenantId: (row?.tenant_id as string) || null,
        }
      : null;
  return {
    resultType: found.to === 'execution' ? 'Execution' : 'ProcessDefinition',
    execution,
    processInstance: found.to === 'start' && row ? instanceJson(row) : null,
    ...(withVariables ? { variables: writeTypedValues(state?.v ?? {}) } : {}),
  };
}
