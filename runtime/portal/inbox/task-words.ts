import type { TaskSummary } from '../../contracts/api/tasks.ts';

/** A task in few words: whose and what. */
export function taskWords({
  student,
  filing,
  title,
}: Pick<TaskSummary, 'student' | 'filing' | 'title'>): string {
  const whose = student?.name ?? filing?.unitName;
  return whose === undefined ? title : `${whose} ${title}`;
}
