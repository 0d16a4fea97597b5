import type { ListedFiling } from '@oneplan/runtime/contracts/api/filings.ts';
import { type Context, today } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';
import { places } from '../../persistence/sql-statement.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';

/** The open task of a filing’s process, as far as a list tells of it. */
export interface OpenDecision {
  readonly holders: readonly string[];
  readonly dueAt: number | null;
}

/** What is to be decided of filings, by the process instance of each: one statement for all. */
export async function openDecisions(
  { sql }: Context,
  filings: readonly Pick<FilingRow, 'instanceId' | 'state'>[],
): Promise<ReadonlyMap<string, OpenDecision>> {
  const instances = filings.filter(({ state }) => state === 'filed').map(({ instanceId }) => instanceId);
  if (instances.length === 0) return new Map();
  const rows = await sql.all<{ instance_id: string; holders: string; due_at: number | null }>(
    `SELECT instance_id, holders, due_at FROM task
     WHERE status = 'open' AND instance_id IN (${places(instances)}) ORDER BY created_at DESC`,
    instances,
  );
  return new Map(
    rows.map(({ instance_id, holders, due_at }) => [
      instance_id,
      { holders: JSON.parse(holders) as string[], dueAt: due_at === null ? null : Number(due_at) },
    ]),
  );
}

export const isOffered = (task: OpenDecision | undefined, caller: Pick<Caller, 'holders'>): boolean =>
  task?.holders.some((holder) => caller.holders.includes(holder)) ?? false;

const roleAt = /^role:([^@]+)@(.+)$/;

/** Names of those who hold a role at an org unit today, by the holder of tasks that they are: one statement for all. */
export async function holderNames(
  context: Context,
  holders: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const wanted = new Set(holders);
  const units = [...wanted].flatMap((holder) => roleAt.exec(holder)?.[2] ?? []);
  if (units.length === 0) return new Map();
  const day = today(context);
  const rows = await context.sql.all<{ name: string; role: string; unit: string }>(
    `SELECT u.name, m.role, m.org_unit_id AS unit FROM membership m JOIN app_user u ON u.id = m.user_id
     WHERE m.org_unit_id IN (${places(units)}) AND m.valid_from <= ? AND (m.valid_to IS NULL OR m.valid_to > ?)
     ORDER BY u.name`,
    [...units, day, day],
  );
  const names = new Map<string, string[]>();
  for (const { name, role, unit } of rows) {
    const holder = `role:${role}@${unit}`;
    if (wanted.has(holder)) names.set(holder, [...(names.get(holder) ?? []), name]);
  }
  return names;
}

interface Waiting {
  readonly state: FilingRow['state'];
  readonly orgUnit: { readonly id: string; readonly name: string; readonly kind: string };
  readonly authority: Waiting['orgUnit'];
  readonly submittedAt: string;
  readonly submittedBy: { readonly name: string };
  readonly decidedAt: string | null;
}

/** Who has to do something about a filing now; null where nobody has. */
export function waitsFor(
  filing: Waiting,
  task: OpenDecision | undefined,
  names: ReadonlyMap<string, readonly string[]>,
): ListedFiling['waitsFor'] {
  const dueAt = task?.dueAt == null ? null : new Date(task.dueAt).toISOString();
  if (filing.state === 'filed') {
    const people = [...new Set((task?.holders ?? []).flatMap((holder) => names.get(holder) ?? []))];
    return { orgUnit: filing.authority, people, since: filing.submittedAt, dueAt };
  }
  if (filing.state !== 'returned' && filing.state !== 'accepted') return null;
  const since = filing.decidedAt ?? filing.submittedAt;
  return { orgUnit: filing.orgUnit, people: [filing.submittedBy.name], since, dueAt: null };
}
