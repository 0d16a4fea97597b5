import type { InfiniteData } from '@tanstack/react-query';
import type { listTasks } from '../../contracts/api/tasks.ts';
import type { AnswerOf } from '../../ui/api/client.ts';

type Tasks = AnswerOf<typeof listTasks>;

/** A cached inbox, in pages or as one answer, without a task that has just ended; the counts follow. */
export function withoutTask<T>(cached: T, taskId: string): T {
  if (isPaged(cached)) {
    const task = cached.pages.flatMap((page) => page.items).find((one) => one.id === taskId);
    if (task === undefined) return cached;
    return { ...cached, pages: cached.pages.map((page) => less(page, taskId, task.overdue)) };
  }
  if (!isTasks(cached)) return cached;
  const task = cached.items.find((one) => one.id === taskId);
  return task === undefined ? cached : (less(cached, taskId, task.overdue) as T);
}

function less<P extends Tasks>(page: P, taskId: string, overdue: boolean): P {
  const { counts } = page;
  return {
    ...page,
    items: page.items.filter((one) => one.id !== taskId),
    counts: {
      ...counts,
      all: Math.max(0, counts.all - 1),
      overdue: Math.max(0, counts.overdue - (overdue ? 1 : 0)),
    },
  };
}

function isTasks(value: unknown): value is Tasks {
  return typeof value === 'object' && value !== null && 'items' in value && 'counts' in value;
}

function isPaged(value: unknown): value is InfiniteData<Tasks> {
  return typeof value === 'object' && value !== null && 'pages' in value && Array.isArray(value.pages);
}
