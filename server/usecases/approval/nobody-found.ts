import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { Context } from '../../context.ts';
import { roleHolder } from '../../identity/caller.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { usersBehind } from '../effects/users-behind.ts';
import { executeOnLocked } from '../engine/execute-command.ts';
import { type LockedTask, lockTask } from './locked-task.ts';
import { offerTask } from './offer-task.ts';
import { writeTaskEvent } from './task-event.ts';
import { tellAboutTask } from './tell-about-task.ts';

/** What a plan says follows when nobody stands behind the candidates: camunda:property `nobody` of the user task. */
const practices = ['wait', 'up', 'skip'] as const;
type Practice = (typeof practices)[number];

/** Who is asked instead, the nearest first. */
const authorities = [
  { role: 'school-admin', kind: 'school' },
  { role: 'district-admin', kind: 'district' },
  { role: 'city-admin', kind: 'city' },
] as const;

/**
 * 空审批人: a new task that nobody can do today. It waits and the administrators are told; or it is offered to them; or
 * it is passed over without a decision, so that the process takes its default flow. Does nothing when it is over already.
 */
export async function nobodyFound(context: Context, taskId: string): Promise<void> {
  const seen = await context.sql.one<{ status: string }>('SELECT status FROM task WHERE id = ?', [taskId]);
  if (seen?.status !== 'open') return;
  const task = await lockTask(context, taskId);
  const about = {
    instanceId: task.instance.id,
    taskId,
    elementId: task.elementId,
    elementName: task.name,
  };
  const practice = await practiceOf(context, task);
  if (practice === 'skip') {
    await writeTaskEvent(context, null, { kind: 'skipped', ...about });
    await executeOnLocked(
      context,
      task.instance,
      { type: 'complete-user-task', token: task.token, variables: await undecided(context, task) },
      null,
    );
    return;
  }
  const { holder, people } = await nearestAuthority(context, task);
  if (practice === 'up' && holder !== null) {
    await offerTask(context, task, [holder]);
    await writeTaskEvent(context, null, { kind: 'passed-up', ...about, people });
    await tellAboutTask(context, task, people, 'task-created');
    return;
  }
  await writeTaskEvent(context, null, { kind: 'nobody-found', ...about, people });
  await tellAboutTask(context, task, people, 'nobody-found');
}

/** What the plan takes from the step is there and empty, so that the conditions after it can be asked. */
async function undecided(context: Context, task: LockedTask): Promise<Variables> {
  const definition = await findDefinition(context, task.instance.definitionId);
  const declared = definition?.bundle.manifest.processes.flatMap(({ variables }) => variables) ?? [];
  return Object.fromEntries(
    declared.flatMap(({ name, source }) =>
      source.from === 'step' && source.element === task.elementId ? [[name, null]] : [],
    ),
  );
}

async function practiceOf(context: Context, task: LockedTask): Promise<Practice> {
  const definition = await findDefinition(context, task.instance.definitionId);
  const graphs = definition ? [definition.process, ...definition.bundle.processes.values()] : [];
  const node = graphs.map(({ graph }) => graph.nodes[task.elementId]).find((found) => found !== undefined);
  return practices.find((practice) => practice === node?.properties?.nobody) ?? 'wait';
}

/** The first of school, district and city that has an administrator today. */
async function nearestAuthority(
  context: Context,
  task: LockedTask,
): Promise<{ readonly holder: string | null; readonly people: readonly string[] }> {
  const school = task.schoolId === null ? null : await context.tables.orgUnits.findOne({ id: task.schoolId });
  const line = school?.path.split('/').filter(Boolean) ?? [];
  const units = line.length === 0 ? [] : await context.tables.orgUnits.find({ id: line });
  for (const { role, kind } of authorities) {
    const unit = units.find((candidate) => candidate.kind === kind);
    const holder = unit && roleHolder(role, unit.id);
    const people = holder ? await usersBehind(context, [holder]) : [];
    if (holder && people.length > 0) return { holder, people };
  }
  return { holder: null, people: [] };
}
