import type { listEngineMismatches as contract } from '@oneplan/runtime/contracts/api/engine.ts';
import type { z } from 'zod';
import type { Context } from '../context.ts';

type Answer = z.input<typeof contract.response>;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly object_id: string;
  readonly instance_id: string | null;
  readonly detail: string;
  readonly found_at: number;
  readonly last_seen_at: number;
  readonly resolved_at: number | null;
  readonly resolution: Answer['items'][number]['resolution'];
}

/** Newest first. Ids are UUID v7, so their order is the order of time. */
export async function listMismatches(
  context: Context,
  query: z.output<typeof contract.query>,
): Promise<Answer> {
  const rows = await context.sql.all<Row>(
    `SELECT id, kind, object_id, instance_id, detail, found_at, last_seen_at, resolved_at, resolution FROM engine_mismatch
     WHERE id < ?${query.state === 'open' ? ' AND resolved_at IS NULL' : ''} ORDER BY id DESC LIMIT ${query.limit + 1}`,
    [query.after ?? 'g'],
  );
  const page = rows.slice(0, query.limit);
  return {
    items: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      objectId: row.object_id,
      instanceId: row.instance_id,
      detail: row.detail,
      foundAt: iso(row.found_at),
      lastSeenAt: iso(row.last_seen_at),
      resolvedAt: row.resolved_at === null ? null : iso(row.resolved_at),
      resolution: row.resolution,
    })),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  };
}

const iso = (instant: number) => new Date(Number(instant)).toISOString();
