import { type Context, today } from '../context.ts';
import { KeptUnderVersion } from './master-data.ts';
import { places, query } from './sql-statement.ts';

/** For a SELECT whose rows are named afterwards: the version under which their names may be kept. */
export const masterVersionColumn = '(SELECT version FROM master_data_version WHERE id = 1) AS master_version';

type Kind = 'student' | 'org_unit';
const kinds: readonly Kind[] = ['student', 'org_unit'];
const mostNames = 100_000;
const kept: Readonly<Record<Kind, KeptUnderVersion<string>>> = {
  student: new KeptUnderVersion(mostNames),
  org_unit: new KeptUnderVersion(mostNames),
};

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
  const found = new Map<string, string>();
  const strangers = kinds.map((kind) => {
    const known = kept[kind].at(context.database, version, today(context), context.now());
    const missing = new Set<string>();
    for (const id of wanted[kind]) {
      const name = id === null ? undefined : known.get(id);
      if (name !== undefined) found.set(`${kind} ${id}`, name);
      else if (id !== null) missing.add(id);
    }
    return { kind, known, missing: [...missing] };
  });
  const asked = strangers.filter(({ missing }) => missing.length > 0);
  const results = await context.sql.batch(
    asked.map(({ kind, missing }) =>
      query(`SELECT id, name FROM ${kind} WHERE id IN (${places(missing)})`, missing),
    ),
  );
  for (const [index, { kind, known }] of asked.entries())
    for (const { id, name } of results[index] as { id: string; name: string }[]) {
      found.set(`${kind} ${id}`, name);
      known.keep(version, id, name);
    }
  return { of: (kind, id) => (id === null ? '' : (found.get(`${kind} ${id}`) ?? '')) };
}
