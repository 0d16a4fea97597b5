import type { TaskSummary } from '../../contracts/api/tasks.ts';

/** A task that can be confirmed without opening it. */
export type ConfirmableTask = TaskSummary & {
  readonly confirmation: NonNullable<TaskSummary['confirmation']>;
};

/** As many as one call takes. */
export const batchSize = 200;

export function isConfirmable(task: TaskSummary): task is ConfirmableTask {
  return task.confirmation !== null && !task.suspended && task.part === 'main';
}

/** What is both selected and still shown, in the order shown: a task that somebody else has done is no longer meant. */
export function selectedOf(shown: readonly TaskSummary[], selected: ReadonlySet<string>): ConfirmableTask[] {
  return shown.filter(isConfirmable).filter((task) => selected.has(task.id));
}

export function toggled(selected: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** In calls of at most `size`, in order: a call that is sent again holds the same tasks as before. */
export function inBatches<T>(items: readonly T[], size: number = batchSize): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

/** The same outcome may be called differently at different steps: the tasks under the words that each is confirmed with. */
export function byLabel(tasks: readonly ConfirmableTask[]): { label: string; tasks: ConfirmableTask[] }[] {
  const groups = new Map<string, ConfirmableTask[]>();
  for (const task of tasks)
    groups.set(task.confirmation.label, [...(groups.get(task.confirmation.label) ?? []), task]);
  return [...groups].map(([label, own]) => ({ label, tasks: own }));
}
