import type { TaskSummary } from '../../contracts/api/tasks.ts';

export interface TaskPlace {
  readonly within: 'portal' | 'designer';
  readonly address: string;
}

/** Where a task is done: a filing beside its plan in the designer, everything else in the inbox. */
export function placeOfTask({ id, filing }: Pick<TaskSummary, 'id' | 'filing'>): TaskPlace {
  return filing === undefined
    ? { within: 'portal', address: `/inbox/${id}` }
    : { within: 'designer', address: `/designer/layers/${filing.layerId}/filing` };
}
