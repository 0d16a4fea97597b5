import type { TimelineEntry } from '@oneplan/runtime/contracts/api/instances.ts';
import type { getOperatedInstance as contract } from '@oneplan/runtime/contracts/api/operated-instances.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { GraphNode } from '@oneplan/runtime/model/process-graph.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findDefinition } from '../../persistence/published-bundle.ts';
import { readIncidents } from '../jobs/list-incidents.ts';
import { kindByAction } from './changes-by-hand.ts';
import { getInstance } from './get-instance.ts';
import { operatedInstances, type StandingRow, standingColumns, standsAt } from './operated-instance.ts';

type Answer = z.input<typeof contract.response>;

/** Most incidents of one instance that are shown; more have one cause. */
const shownIncidents = 20;

/** Begins with something else: its start, the activity that it is attached to, or an event of its own. */
const notStartable: readonly GraphNode['kind'][] = ['start-event', 'boundary-event', 'event-subprocess'];

/** Throws `not-found` for an instance that is not there or lies in the archive of finished ones. */
export async function getOperatedInstance(context: Context, id: string): Promise<Answer> {
  const row = await context.sql.one<StandingRow>(
    `SELECT ${standingColumns} FROM process_instance WHERE id = ?`,
    [id],
  );
  const definition = row && (await findDefinition(context, row.definition_id));
  if (!row || !definition)
    throw new AppError('not-found', 'There is no process instance with this id that could be operated.', {
      kind: 'instance',
      id,
    });
  const [standing] = await operatedInstances(context, [row]);
  if (!standing) throw new Error('an instance that was just read is not there');
  const { timeline, diagram } = await getInstance(context, id);
  const active = row.status === 'completed' || row.status === 'cancelled' ? [] : standsAt(row.state);
  return {
    ...standing,
    diagram: { xml: diagram.xml, active, finished: diagram.finished, flows: diagram.flows },
    elements: Object.values(definition.process.graph.nodes).map((node) => ({
      elementId: node.id,
      name: node.name ?? node.id,
      kind: node.kind,
      active: active.includes(node.id),
      startable: !notStartable.includes(node.kind),
    })),
    incidents: await readIncidents(context, { where: 'i.instance_id = ?', values: [id] }, shownIncidents),
    timeline: timeline.map(withoutTheMatter),
  };
}

const byHand = new Set<string>(Object.values(kindByAction));

/** Who did what and what they said stays only where it is about the instance as a whole. */
const withoutTheMatter = (entry: TimelineEntry): TimelineEntry =>
  byHand.has(entry.kind) ? entry : { ...entry, actor: null, people: [], outcome: null, remark: null };
