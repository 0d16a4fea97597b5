import type { TaskSummary } from '../../contracts/api/tasks.ts';

export const taskGroups = ['overdue', 'today', 'later', 'open'] as const;
export type TaskGroup = (typeof taskGroups)[number];

/** Which group of the inbox a task stands in. `today` is a day on the calendar of `timeZone`, not 24 hours. */
export function groupOf(task: TaskSummary, now: number, timeZone: string): TaskGroup {
  if (task.overdue) return 'overdue';
  if (task.dueAt === null) return 'open';
  const due = Date.parse(task.dueAt);
  if (due <= now) return 'overdue';
  return dayOf(due, timeZone) === dayOf(now, timeZone) ? 'today' : 'later';
}

/** The groups that have tasks, most urgent first; inside a group the order of the inbox is kept. */
export function groupTasks(
  tasks: readonly TaskSummary[],
  now: number,
  timeZone: string,
): { group: TaskGroup; tasks: TaskSummary[] }[] {
  const sorted = new Map<TaskGroup, TaskSummary[]>(taskGroups.map((group) => [group, []]));
  for (const task of tasks) sorted.get(groupOf(task, now, timeZone))?.push(task);
  return [...sorted].filter(([, own]) => own.length > 0).map(([group, own]) => ({ group, tasks: own }));
}

function dayOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}

/** The task `step` places from the current one in the order shown; stays at the ends; the first when none is current. */
export function neighbour(
  tasks: readonly TaskSummary[],
  currentId: string | undefined,
  step: 1 | -1,
): TaskSummary | undefined {
  const at = tasks.findIndex((task) => task.id === currentId);
  return at === -1 ? tasks[0] : (tasks[at + step] ?? tasks[at]);
}

/** What comes after a task that is done: the one below it, else the one above it, else nothing. */
export function afterDone(tasks: readonly TaskSummary[], doneId: string): TaskSummary | undefined {
  const at = tasks.findIndex((task) => task.id === doneId);
  return at === -1 ? tasks[0] : (tasks[at + 1] ?? tasks[at - 1]);
}
