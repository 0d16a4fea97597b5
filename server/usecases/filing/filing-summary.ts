import type { FilingSummary } from '@oneplan/runtime/contracts/api/filings.ts';
import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import type { FilingRow } from '../../persistence/tables/plan-tables.ts';
import type { OrgUnitRow } from '../../persistence/tables.ts';
import { peopleNames } from '../plans/people-names.ts';

export const unitRef = ({ id, name, kind }: Pick<OrgUnitRow, 'id' | 'name' | 'kind'>) => ({ id, name, kind });

/** A filing without the draft that was filed. */
export type FilingHead = Omit<FilingRow, 'content'>;

type Place = Pick<OrgUnitRow, 'id' | 'name' | 'kind' | 'path'>;

export interface FilingPlace {
  readonly planName: string;
  /** Who files. */
  readonly orgUnit: Place;
  /** With whom: the authority whose version the layer extends. */
  readonly authority: Place;
}

/** Where filings are from and where they go, by their ids: one statement for all. */
export async function filingPlaces(
  { sql }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FilingPlace>> {
  if (ids.length === 0) return new Map();
  const columns = (table: string, as: string) =>
    (['id', 'name', 'kind', 'path'] as const).map((column) => `${table}.${column} AS ${as}_${column}`).join();
  const rows = await sql.all<Record<string, string>>(
    `SELECT f.id, p.name AS plan_name, ${columns('o', 'unit')}, ${columns('a', 'authority')}
     FROM filing f JOIN plan_layer l ON l.id = f.layer_id JOIN plan p ON p.id = l.plan_id JOIN org_unit o ON o.id = l.org_unit_id
     JOIN bundle b ON b.id = f.extends_bundle_id JOIN plan_layer al ON al.id = b.layer_id JOIN org_unit a ON a.id = al.org_unit_id
     WHERE f.id IN (${places(ids)})`,
    ids,
  );
  const place = (row: Record<string, string>, as: string): Place => ({
    id: row[`${as}_id`] ?? '',
    name: row[`${as}_name`] ?? '',
    kind: row[`${as}_kind`] as Place['kind'],
    path: row[`${as}_path`] ?? '',
  });
  return new Map(
    rows.map((row) => [
      row.id ?? '',
      {
        planName: row.plan_name ?? '',
        orgUnit: place(row, 'unit'),
        authority: place(row, 'authority'),
      },
    ]),
  );
}

/** Filings as they are shown, in the order given; as many statements for one as for all. */
export async function summariseFilings(
  context: Context,
  rows: readonly FilingHead[],
  known?: ReadonlyMap<string, FilingPlace>,
): Promise<FilingSummary[]> {
  const found =
    known ??
    (await filingPlaces(
      context,
      rows.map(({ id }) => id),
    ));
  const names = await peopleNames(
    context,
    rows.flatMap(({ submittedBy, decidedBy }) => [submittedBy, decidedBy]),
  );
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  const instant = (at: number) => new Date(Number(at)).toISOString();
  return rows.map((row) => {
    const place = found.get(row.id);
    if (!place) throw new Error(`the filing ${row.id} is of no layer`);
    return {
      id: row.id,
      layerId: row.layerId,
      planName: place.planName,
      orgUnit: unitRef(place.orgUnit),
      authority: unitRef(place.authority),
      state: row.state,
      fingerprint: row.fingerprint,
      note: row.note,
      cohorts: JSON.parse(row.cohorts) as number[],
      submittedAt: instant(row.submittedAt),
      submittedBy: person(row.submittedBy),
      decidedAt: row.decidedAt === null ? null : instant(row.decidedAt),
      decidedBy: row.decidedBy === null ? null : person(row.decidedBy),
      reason: row.reason,
      filingNumber: row.filingNumber,
      effectiveOn: row.effectiveOn,
      comments: row.comments === null ? [] : (JSON.parse(row.comments) as FilingSummary['comments']),
    };
  });
}

/** A filing as it is shown. */
export async function summariseFiling(context: Context, row: FilingHead): Promise<FilingSummary> {
  const [summary] = await summariseFilings(context, [row]);
  if (!summary) throw new Error('a filing that is asked for is answered');
  return summary;
}
