import type { ModifyInstruction } from '@oneplan/runtime/engine/command.ts';
import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import { z } from 'zod';
import { transaction } from '../../persistence/transaction.ts';
import { setInstancesSuspension } from '../../usecases/engine-definitions/suspend-definition.ts';
import { modifyForClient } from '../../usecases/engine-instances/modification.ts';
import { readActivityInstanceId, readExecutionId } from '../../usecases/engine-queries/shared-filters.ts';
import { cancelInstance } from '../../usecases/instances/cancel-instance.ts';
import { suspensionBody } from './command-bodies.ts';
import { name, typedValues } from './external-task-bodies.ts';
import { treeJson } from './instance-tree-json.ts';
import { parseBody } from './parse-body.ts';
import { invalidRequest, notFound } from './rest-failure.ts';
import { type RestCall, type RestRoute, route } from './rest-route.ts';
import { readTypedValues } from './typed-values.ts';

const path = '/process-instance';
const idOf = ({ params }: RestCall): string => params.id ?? '';

const instruction = z.object({
  type: z.enum(['cancel', 'startBeforeActivity', 'startAfterActivity', 'startTransition']),
  activityId: name.nullish(),
  transitionId: name.nullish(),
  activityInstanceId: name.nullish(),
  transitionInstanceId: name.nullish(),
  ancestorActivityInstanceId: name.nullish(),
  variables: typedValues,
});
const modificationBody = z.object({
  instructions: z.array(instruction).min(1).max(1_000),
  skipCustomListeners: z.boolean().nullish(),
  skipIoMappings: z.literal(false, { error: "'skipIoMappings' is not supported" }).nullish(),
  annotation: z.string().nullish(),
});

/** Commands on process instances; queries and variables are elsewhere. */
export const instanceRoutes: readonly RestRoute[] = [
  route('put', `${path}/suspended`, 'instance.manage', async (context, { body }) => {
    const asked = parseBody(suspensionBody, body);
    const chosen = [
      ['definition_id', asked.processDefinitionId],
      ['process_key', asked.processDefinitionKey],
    ] as const;
    const given = chosen.find(([, value]) => value);
    if (!given && !asked.processInstanceIds?.length)
      throw invalidRequest(
        'Either processInstanceIds, processDefinitionId or processDefinitionKey must be set to update the suspension state.',
      );
    const rows = given
      ? await context.sql.all<{ id: string }>(
          `SELECT id FROM process_instance WHERE ${given[0]} = ? AND status = 'active'`,
          [given[1] ?? ''],
        )
      : [];
    const ids = [...(asked.processInstanceIds ?? []), ...rows.map(({ id }) => id)];
    await transaction(context.database, () => setInstancesSuspension(context, ids, asked.suspended));
  }),
  route('put', `${path}/:id/suspended`, 'instance.manage', async (context, call) => {
    const { suspended } = parseBody(suspensionBody, call.body);
    await transaction(context.database, () => setInstancesSuspension(context, [idOf(call)], suspended));
  }),
  route('delete', `${path}/:id`, 'instance.manage', async (context, call) => {
    const id = idOf(call);
    const running = await context.sql.one(
      "SELECT id FROM process_instance WHERE id = ? AND status = 'active'",
      [id],
    );
    if (!running) {
      if (call.query.failIfNotExists === 'false') return;
      throw notFound(`No process instance found for id '${id}': processInstance is null`);
    }
    await cancelInstance(context, null, { id, reason: 'deleted by a client of the engine' });
  }),
  route('post', `${path}/:id/modification`, 'instance.manage', async (context, call) => {
    const { instructions } = parseBody(modificationBody, call.body);
    await modifyForClient(context, idOf(call), instructions.map(instructionOf));
  }),
  route('get', `${path}/:id/activity-instances`, 'instance.read', (context, call) =>
    treeJson(context, idOf(call)),
  ),
];

function instructionOf(given: z.output<typeof instruction>): ModifyInstruction {
  const variables = readTypedValues(given.variables) as Variables;
  const ancestor = given.ancestorActivityInstanceId
    ? readActivityInstanceId(given.ancestorActivityInstanceId)?.activity
    : undefined;
  const elementId = given.activityId;
  switch (given.type) {
    case 'cancel': {
      const at = given.activityInstanceId
        ? readActivityInstanceId(given.activityInstanceId)?.activity
        : readExecutionId(given.transitionInstanceId ?? '')?.token;
      if (at !== undefined) return { do: 'cancel', token: at };
      if (elementId) return { do: 'cancel-all', elementId };
      throw invalidRequest(
        "For instruction type 'cancel': exactly one, 'activityId', 'activityInstanceId', or 'transitionInstanceId', must be specified",
      );
    }
    case 'startTransition':
      if (!given.transitionId)
        throw invalidRequest("For instruction type 'startTransition': 'transitionId' must be set");
      return { do: 'start-transition', flowId: given.transitionId, variables };
    default:
      if (!elementId) throw invalidRequest(`For instruction type '${given.type}': 'activityId' must be set`);
      return {
        do: given.type === 'startBeforeActivity' ? 'start-before' : 'start-after',
        elementId,
        variables,
        ...(ancestor === undefined ? {} : { ancestor }),
      };
  }
}
