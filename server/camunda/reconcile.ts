import type { Context } from '../context.ts';
import type { EngineLink } from './engine-link.ts';
import { closeUnseen, type MismatchKind } from './mismatch.ts';
import { compareIncidents } from './reconcile/incidents-there.ts';
import { compareInstancesHere } from './reconcile/instances-here.ts';
import { compareInstancesThere } from './reconcile/instances-there.ts';
import { compareTasksHere } from './reconcile/tasks-here.ts';
import { compareTasksThere } from './reconcile/tasks-there.ts';
import { reportWaitingCommands } from './reconcile/waiting-commands.ts';

/** One line a comparison, each in one direction. */
const comparisons: readonly ((context: Context, link: EngineLink) => Promise<void>)[] = [
  compareInstancesHere,
  compareInstancesThere,
  compareTasksHere,
  compareTasksThere,
  compareIncidents,
  reportWaitingCommands,
];

/** Found anew by every comparison for as long as they exist. */
const foundAnew: readonly MismatchKind[] = [
  'instance-never-started',
  'instance-unknown-there',
  'instance-unknown-here',
  'instance-runs-there',
  'task-ended-there',
  'completion-lost',
  'command-waiting',
];

/**
 * Compares everything that is open here with everything that is open on the engine, in both directions; repairs what
 * has one right repair and shows the rest. Whatever looks wrong is looked at again by itself before anything is done, so
 * work that is on its way is no mismatch. Throws CamundaError when the engine does not answer.
 */
export async function reconcile(context: Context, link: EngineLink): Promise<void> {
  const began = context.now();
  for (const compare of comparisons) await compare(context, link);
  await closeUnseen(context, foundAnew, began);
}
