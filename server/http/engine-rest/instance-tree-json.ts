import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { type ActivityInTree, activityTree } from '../../usecases/engine-instances/activity-tree.ts';
import { instanceIdOf, readInstanceId } from '../../usecases/engine-queries/instance-id.ts';
import { statesOf } from '../../usecases/engine-queries/instance-states.ts';
import { activityInstanceId, executionId } from '../../usecases/engine-queries/shared-filters.ts';
import { notFound } from './rest-failure.ts';

/** What `GET /process-instance/{id}/activity-instances` answers for an instance or a called process. */
export async function treeJson(context: Context, id: string): Promise<unknown> {
  const missing = () => notFound(`Process instance with id ${id} does not exist`);
  const { rootId, calledBy } = readInstanceId(id);
  const row = await context.sql.one<{ definition_id: string }>(
    "SELECT definition_id FROM process_instance WHERE id = ? AND status = 'active'",
    [rootId],
  );
  const state = (await statesOf(context, [rootId])).get(rootId);
  const definition = row && (await findDefinition(context, row.definition_id));
  if (!state || !definition) throw missing();
  const call = state.t.find(({ i }) => i === calledBy)?.c;
  const process =
    call === undefined
      ? definition.process
      : (call.v && (await findDefinition(context, call.v))?.process) ||
        definition.bundle.processes.get(call.d);
  const tree = activityTree(state, definition.process.graph, () => process?.graph, calledBy);
  if (!tree || !process) throw missing();
  const instance = {
    processInstanceId: instanceIdOf({ rootId, calledBy }),
    processDefinitionId: process.definitionId,
  };
  const members = (activities: readonly ActivityInTree[], parent: string) => ({
    childActivityInstances: activities
      .filter(({ waitsForJob }) => waitsForJob === null)
      .map((activity) => activityJson(activity, parent)),
    childTransitionInstances: activities
      .filter(({ waitsForJob }) => waitsForJob !== null)
      .map((activity) => ({
        id: executionId(rootId, activity.token),
        parentActivityInstanceId: parent,
        ...instance,
        activityId: activity.elementId,
        activityName: activity.name,
        activityType: activity.elementType,
        executionId: executionId(rootId, activity.token),
        targetActivityId: activity.elementId,
        ...noIncidents,
      })),
  });
  const activityJson = (activity: ActivityInTree, parent: string): unknown => {
    const own = activityInstanceId(activity.elementId, rootId, activity.token);
    return {
      id: own,
      parentActivityInstanceId: parent,
      activityId: activity.elementId,
      activityType: activity.elementType,
      ...instance,
      ...members(activity.children, own),
      executionIds: [executionId(rootId, activity.token)],
      activityName: activity.name,
      name: activity.name,
      ...noIncidents,
    };
  };
  const { processInstanceId, processDefinitionId } = instance;
  return {
    id: processInstanceId,
    parentActivityInstanceId: null,
    activityId: processDefinitionId,
    activityType: 'processDefinition',
    ...instance,
    ...members(tree.activities, processInstanceId),
    executionIds: [processInstanceId],
    activityName: process.name || null,
    name: process.name || null,
    ...noIncidents,
  };
}

const noIncidents = { incidentIds: [], incidents: [] };
