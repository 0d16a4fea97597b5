import type { TimelineEntry } from '@oneplan/runtime/contracts/api/instances.ts';
import type { ProcessGraph } from '@oneplan/runtime/model/process-graph.ts';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import { elementOf } from './element-of.ts';

type Kind = TimelineEntry['kind'];
type Nodes = ProcessGraph['nodes'];

/** What administrators did to an instance as a whole, by the audit log: entry kind by action. */
export const kindByAction: Readonly<Record<string, Kind>> = {
  'instance.suspend': 'suspended',
  'instance.activate': 'activated',
  'instance.cancel': 'cancelled',
  'instance.migrated': 'migrated',
  'instance.modified': 'modified',
  'instance.variables-set': 'variables-set',
};

const detailOf = z.object({
  reason: z.string().optional(),
  instructions: z
    .array(z.object({ do: z.string(), elementId: z.string().optional(), flowId: z.string().optional() }))
    .default([]),
  set: z.array(z.string()).default([]),
  removed: z.array(z.string()).default([]),
  to: z.string().optional(),
});
type Detail = z.infer<typeof detailOf>;

interface Row {
  at: number;
  action: string;
  actor_name: string;
  detail: string;
}

/** Who did what by hand, when and why, oldest first. */
export async function changesByHand(
  context: Context,
  instanceId: string,
  nodes: Nodes,
): Promise<TimelineEntry[]> {
  const actions = Object.keys(kindByAction);
  const rows = await context.sql.all<Row>(
    `SELECT at, action, actor_name, detail FROM audit WHERE object_id = ? AND action IN (${places(actions)}) ORDER BY id`,
    [instanceId, ...actions],
  );
  const versions = await versionsOf(context, rows);
  return rows.flatMap((row) => {
    const kind = kindByAction[row.action];
    const detail = detailOf.parse(JSON.parse(row.detail));
    return kind === undefined
      ? []
      : {
          at: new Date(Number(row.at)).toISOString(),
          kind,
          elementId: '',
          ...wordsOf(kind, detail, nodes, versions),
          actor: row.actor_name || null,
          people: [],
          outcome: null,
          remark: detail.reason ?? null,
        };
  });
}

/** `name`: what was left or changed; `to`: where the work went. */
function wordsOf(
  kind: Kind,
  { instructions, set, removed, to }: Detail,
  nodes: Nodes,
  versions: ReadonlyMap<string, number>,
): Pick<TimelineEntry, 'name' | 'to'> {
  if (kind === 'variables-set') return { name: [...set, ...removed].join('、'), to: null };
  if (kind === 'migrated') {
    const version = versions.get(to ?? '');
    return { name: '', to: version === undefined ? null : String(version) };
  }
  const named = (does: (instruction: Detail['instructions'][number]) => boolean) =>
    instructions
      .filter(does)
      .map(({ elementId = '', flowId }) => nodes[elementOf(elementId)]?.name ?? (elementId || flowId || ''))
      .join('、');
  const cancels = ({ do: what }: Detail['instructions'][number]) => what.startsWith('cancel');
  return {
    name: named(cancels),
    to: named((instruction) => !cancels(instruction)) || null,
  };
}

/** Numbers of the plan versions that instances were moved to, by the version's id. */
async function versionsOf(context: Context, rows: readonly Row[]): Promise<ReadonlyMap<string, number>> {
  const ids = rows.flatMap(({ action, detail }) =>
    action === 'instance.migrated' ? (detailOf.parse(JSON.parse(detail)).to ?? []) : [],
  );
  if (ids.length === 0) return new Map();
  const bundles = await context.tables.bundles.find({ id: [...new Set(ids)] });
  return new Map(bundles.map(({ id, version }) => [id, version]));
}
