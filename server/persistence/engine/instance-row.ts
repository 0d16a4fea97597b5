import type { InstanceState } from '@oneplan/runtime/engine/instance-state.ts';
import type { Context } from '../../context.ts';

/** A process instance as the engine needs it, with its row locked until the transaction ends. */
export interface LockedInstance {
  readonly id: string;
  readonly definitionId: string;
  readonly bundleId: string;
  readonly businessKey: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly state: InstanceState;
  readonly revision: number;
  readonly status: string;
}

interface Row {
  definition_id: string;
  bundle_id: string;
  business_key: string | null;
  subject_kind: string;
  subject_id: string;
  state: string;
  revision: number;
  status: string;
}

/** Locks the instance row: always the first lock of a command, so that commands on one instance go in order. */
export async function lockInstance(context: Context, id: string): Promise<LockedInstance | null> {
  const row = await context.sql.one<Row>(
    `SELECT definition_id, bundle_id, business_key, subject_kind, subject_id, state, revision, status
     FROM process_instance WHERE id = ? ${context.sql.forUpdate}`,
    [id],
  );
  return (
    row && {
      id,
      definitionId: row.definition_id,
      bundleId: row.bundle_id,
      businessKey: row.business_key,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      state: JSON.parse(row.state) as InstanceState,
      revision: Number(row.revision),
      status: row.status,
    }
  );
}

/** Writes the next state; the revision guards against a writer that held no lock. */
export async function saveInstance(
  context: Context,
  instance: LockedInstance,
  state: InstanceState,
): Promise<void> {
  const ended = state.e ?? null;
  const changed = await context.sql.run(
    'UPDATE process_instance SET state = ?, revision = revision + 1, status = ?, ended_at = ? WHERE id = ? AND revision = ?',
    [JSON.stringify(state), ended ?? 'active', ended ? context.now() : null, instance.id, instance.revision],
  );
  if (changed !== 1) throw new Error(`instance ${instance.id} was changed without its lock`);
}
