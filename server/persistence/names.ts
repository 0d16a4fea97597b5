import { type Context, today } from '../context.ts';
import type { Database } from './database.ts';
import { masterDataChangedHere, UnderVersion } from './master-data.ts';
import { places, query } from './sql-statement.ts';

/** For a SELECT whose rows are named afterwards: the version under which their names may be kept. */
export const masterVersionColumn = '(SELECT version FROM master_data_version WHERE id = 1) AS master_version';

type Kind = 'student' | 'org_unit';
const kinds: readonly Kind[] = ['student', 'org_unit'];
const mostNames = 100_000;
const kept = new WeakMap<Database, Readonly<Record<Kind, UnderVersion<string>>>>();

const fresh = (): Readonly<Record<Kind, UnderVersion<string>>> => ({
  student: new UnderVersion(mostNames),
  org_unit: new UnderVersion(mostNames),
});

export interface Names {
  /** '' for an id that nothing is known of. */
  of(kind: Kind, id: string | null): string;
}

/** The names of pupils and org units, as of a version of the master data that was read before. */
export async function namesUnder(
  context: Context,
  version: number,
  wanted: Readonly<Record<Kind, readonly (string | null)[]>>,
): Promise<Names> {
  const own = masterDataChangedHere() ? fresh() : (kept.get(context.database) ?? fresh());
  if (!masterDataChangedHere()) kept.set(context.database, own);
  const found = new Map<string, string>();
  const strangers = kinds.map((kind) => {
    const known = own[kind].at(version, today(context), context.now());
    const missing = new Set<string>();
    for (const id of wanted[kind]) {
      const name = id === null ? undefined : known.get(id);
      if (name !== undefined) found.set(`${kind} ${id}`, name);
      else if (id !== null) missing.add(id);
    }
    return { kind, missing: [...missing] };
  });
  const asked = strangers.filter(({ missing }) => missing.length > 0);
  const results = await context.sql.batch(
    asked.map(({ kind, missing }) =>
      query(`SELECT id, name FROM ${kind} WHERE id IN (${places(missing)})`, missing),
    ),
  );
  for (const [index, { kind }] of asked.entries())
    for (const { id, name } of results[index] as { id: string; name: string }[]) {
      found.set(`${kind} ${id}`, name);
      own[kind].keep(version, id, name);
    }
  return { of: (kind, id) => (id === null ? '' : (found.get(`${kind} ${id}`) ?? '')) };
}
