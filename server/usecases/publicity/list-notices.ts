import type {
  getNotice as contract,
  listNotices as listContract,
  Notice,
} from '@oneplan/runtime/contracts/api/publicity.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Caller } from '../../identity/caller.ts';

interface Row {
  id: string;
  heading: string;
  student_name: string;
  class_name: string;
  audience_id: string;
  audience_name: string;
  audience_kind: string;
  fields: string;
  opens_at: number;
  closes_at: number | null;
  closed_at: number | null;
}

const columns = `n.id, n.heading, n.student_name, n.class_name, n.audience_id, o.name AS audience_name, o.kind AS audience_kind, n.fields,
  n.opens_at, n.closes_at, n.closed_at FROM notice n JOIN org_unit o ON o.id = n.audience_id`;

const oversight = new Set(['school-admin', 'principal', 'inspector']);

/** Notices of the units that the caller stands in, and, for those who oversee, of the units below theirs. */
export async function listNotices(
  context: Context,
  caller: Caller,
  query: z.output<typeof listContract.query>,
): Promise<z.input<typeof listContract.response>> {
  const above = [
    ...new Set(caller.standings.flatMap((standing) => standing.path.split('/').filter(Boolean))),
  ];
  const below = caller.standings
    .filter((standing) => oversight.has(standing.role))
    .map((standing) => standing.path);
  if (above.length === 0 && below.length === 0) return { items: [], next: null };
  const audience = [
    ...(above.length > 0 ? [`n.audience_id IN (${above.map(() => '?').join(',')})`] : []),
    ...below.map(() => 'o.path LIKE ?'),
  ].join(' OR ');
  const after = query.after ? readCursor(query.after) : { opensAt: Number.MAX_SAFE_INTEGER, id: '' };
  const rows = await context.sql.all<Row>(
    `SELECT ${columns} WHERE (${audience}) AND n.closed_at IS ${query.state === 'open' ? '' : 'NOT '}NULL AND (n.opens_at < ? OR (n.opens_at = ? AND n.id < ?))
     ORDER BY n.opens_at DESC, n.id DESC LIMIT ?`,
    [...above, ...below.map((path) => `${path}%`), after.opensAt, after.opensAt, after.id, query.limit + 1],
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(toNotice),
    next:
      rows.length > query.limit && last
        ? Buffer.from(`${last.opens_at}.${last.id}`).toString('base64url')
        : null,
  };
}

function readCursor(cursor: string): { opensAt: number; id: string } {
  const [opensAt, id] = Buffer.from(cursor, 'base64url').toString().split('.');
  if (!opensAt || !/^\d{1,16}$/.test(opensAt) || !id) {
    throw new AppError('invalid-request', 'The cursor "after" is not one that this call gave.');
  }
  return { opensAt: Number(opensAt), id };
}

export async function getNotice(context: Context, id: string): Promise<z.input<typeof contract.response>> {
  const row = await context.sql.one<Row>(`SELECT ${columns} WHERE n.id = ?`, [id]);
  if (!row) throw new AppError('not-found', 'There is no notice with this id.', { kind: 'notice', id });
  return toNotice(row);
}

const iso = (instant: number | null) => (instant === null ? null : new Date(Number(instant)).toISOString());

function toNotice(row: Row): Notice {
  return {
    id: row.id,
    heading: row.heading,
    studentName: row.student_name,
    className: row.class_name,
    audience: { id: row.audience_id, name: row.audience_name, kind: row.audience_kind },
    fields: JSON.parse(row.fields) as Notice['fields'],
    opensAt: iso(row.opens_at) ?? '',
    closesAt: iso(row.closes_at),
    closedAt: iso(row.closed_at),
    state: row.closed_at === null ? 'open' : 'closed',
  };
}
