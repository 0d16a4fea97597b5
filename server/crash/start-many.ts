import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import { findDefinition } from '../persistence/published-bundle.ts';
import { transaction } from '../persistence/transaction.ts';
import type { TestContext } from '../testing/test-context.ts';
import { startInstances } from '../usecases/engine/execute-command.ts';

const atOnce = 100;

/** Starts an instance for each set of variables and lets it run to its first wait; answers their ids, in this order. */
export async function startMany(
  context: TestContext,
  definitionId: string,
  variables: readonly Variables[],
): Promise<string[]> {
  const definition = await findDefinition(context, definitionId);
  if (!definition) throw new Error(`there is no definition "${definitionId}"`);
  const { bundle, process } = definition;
  const orders = variables.map((each) => ({
    bundle,
    processKey: process.key,
    instanceId: context.newId(),
    businessKey: null,
    place: null,
    record: null,
    variables: each,
    actor: null,
    startEventId: `${process.key}Start`,
  }));
  for (let from = 0; from < orders.length; from += atOnce)
    await transaction(context.database, () => startInstances(context, orders.slice(from, from + atOnce)));
  return orders.map(({ instanceId }) => instanceId);
}
