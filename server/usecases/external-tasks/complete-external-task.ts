import { Combiner } from '../../combiner.ts';
import type { Context } from '../../context.ts';
import { currentTransaction } from '../../persistence/database.ts';
import { completeExternalTasksTogether } from './complete-together.ts';
import { completionOf, type ExternalTaskCompletion } from './external-task-completion.ts';
import { runAtExternalTask } from './run-at-external-task.ts';

const combiners = new WeakMap<Context, Combiner<ExternalTaskCompletion, true>>();

/**
 * Completes an external task with the variables that the worker found and runs the process on, in one transaction; in one
 * with others that are completed at the same moment.
 * Throws `not-found` (completed before, cancelled) or `external-task-not-locked`; EngineError when the process can not go on.
 */
export async function completeExternalTask(context: Context, input: ExternalTaskCompletion): Promise<void> {
  if (currentTransaction()) await completeAlone(context, input);
  else await combinerOf(context).send(input);
}

function combinerOf(context: Context): Combiner<ExternalTaskCompletion, true> {
  const known = combiners.get(context);
  if (known) return known;
  const made = new Combiner<ExternalTaskCompletion, true>({
    apart: ({ id }) => [id],
    alone: (input) => completeAlone(context, input),
    together: async (inputs) => {
      const done = await completeExternalTasksTogether(context, inputs);
      return inputs.map(({ id }) => (done.has(id) ? true : null));
    },
  });
  combiners.set(context, made);
  return made;
}

async function completeAlone(context: Context, input: ExternalTaskCompletion): Promise<true> {
  await runAtExternalTask(context, { ...input, what: 'completed' }, ({ token }) =>
    completionOf(token, input),
  );
  return true;
}
