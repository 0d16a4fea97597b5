import type { ElementReader } from './element-reader.ts';

/** Task and manual task: nothing to do for the engine, as on Camunda 7. */
const passThroughTask = (type: string, activityType: string): ElementReader => ({
  type,
  camunda: [],
  takesMappings: true,
  read: () => ({ kind: 'pass-through', type: activityType }),
});

export const task = passThroughTask('bpmn:Task', 'task');
export const manualTask = passThroughTask('bpmn:ManualTask', 'manualTask');
