import type { Delivery } from '../delivery.ts';
import type { EngineCommandOf } from '../engine-command.ts';
import { CamundaError } from '../engine-error.ts';
import { historicActivity } from '../historic-activity.ts';
import { onInstance } from '../on-instance.ts';
import { done } from '../outcome.ts';
import type { RestClient } from '../rest-client.ts';
import { typedValues } from '../typed-values.ts';

/** Process variable that names the last command which has started something in the instance. */
const doneVariable = 'oneplanModification';

type Modify = EngineCommandOf<'modify'>;

/**
 * Process instance modification. What is started carries the command's id in a variable, written by the engine in the
 * same transaction; what is only cancelled is named by its own id. So a repeat sees whether it has happened.
 */
export const modify: Delivery<'modify'> = async (client, command, repeat) => {
  if (repeat && (await hasHappened(client, command))) return done;
  const target = await targetOf(client, command);
  let marked = false;
  const instructions = command.instructions.map((instruction) => {
    if (instruction.do === 'cancel') return { type: 'cancel', activityInstanceId: instruction.activity };
    const marks = marked ? {} : { [doneVariable]: command.commandId };
    marked = true;
    return {
      ...(instruction.do === 'start-transition'
        ? { type: 'startTransition', transitionId: instruction.flowId }
        : {
            type: instruction.do === 'start-before' ? 'startBeforeActivity' : 'startAfterActivity',
            activityId: instruction.elementId,
          }),
      ...(instruction.ancestor === undefined ? {} : { ancestorActivityInstanceId: instruction.ancestor }),
      variables: typedValues({ ...instruction.variables, ...marks }),
    };
  });
  return onInstance(client, target, () =>
    client.post(`/process-instance/${encodeURIComponent(target)}/modification`, {
      skipCustomListeners: true,
      skipIoMappings: false,
      instructions,
    }),
  );
};

/** The instance itself, or the one that its call activity has called: the engine modifies one process at a time. */
async function targetOf(client: RestClient, command: Modify): Promise<string> {
  if (command.call === null) return command.engineInstanceId;
  const called = (await historicActivity(client, command.call))?.calledProcessInstanceId;
  if (called) return called;
  throw new CamundaError('refused', `nothing is called at ${command.call} (any more)`, {
    mayHaveHappened: false,
  });
}

async function hasHappened(client: RestClient, command: Modify): Promise<boolean> {
  if (command.instructions.some((instruction) => instruction.do !== 'cancel')) {
    const marks = await client.get<{ value: unknown }[]>('/history/variable-instance', {
      processInstanceId: await targetOf(client, command),
      variableName: doneVariable,
      maxResults: 50,
    });
    return marks.some(({ value }) => value === command.commandId);
  }
  for (const instruction of command.instructions)
    if (instruction.do === 'cancel' && !(await historicActivity(client, instruction.activity))?.endTime)
      return false;
  return true;
}
