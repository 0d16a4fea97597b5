import type { previewLaunch as contract, LaunchPreview } from '@oneplan/runtime/contracts/api/launches.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { places } from '../../persistence/sql-statement.ts';
import { firstAsked } from './first-asked.ts';
import type { Launch } from './launch.ts';
import { countByClass, governingBundles, isGovernedBy, type RosterClass } from './launch-roster.ts';
import { launchScope } from './start-launch.ts';

type Asked = Omit<Launch, 'id' | 'createdBy'>;

interface Counted extends RosterClass {
  readonly startable: number;
  readonly otherVersion: number;
}

/** What the launch would do today. Starts nothing. Throws what starting it would. */
export async function previewLaunch(
  context: Context,
  asked: Asked,
): Promise<z.input<typeof contract.response>> {
  const { bundle, path } = await launchScope(context, asked);
  const governing = await governingBundles(context, bundle, asked.entryCohort);
  const classes = (await countByClass(context, asked, path)).map((found): Counted => {
    const ready = found.pupils - found.withoutAccount - found.frozen;
    const governed = isGovernedBy(found.path, governing, bundle.id);
    return { ...found, startable: governed ? ready : 0, otherVersion: governed ? 0 : ready };
  });
  const leftOut: LaunchPreview['leftOut'] = [
    { reason: 'no-account', count: sum(classes, ({ withoutAccount }) => withoutAccount) },
    { reason: 'student-frozen', count: sum(classes, ({ frozen }) => frozen) },
    { reason: 'other-version', count: sum(classes, ({ otherVersion }) => otherVersion) },
  ];
  return {
    roster: sum(classes, ({ pupils }) => pupils),
    startable: sum(classes, ({ startable }) => startable),
    leftOut: leftOut.filter(({ count }) => count > 0),
    units: await byUnit(context, asked.orgUnitId, classes),
    ...(await firstAsked(context, asked, bundle, path)),
    earlier: await earlierLaunches(context, asked, path),
  };
}

const sum = (classes: readonly Counted[], of: (counted: Counted) => number) =>
  classes.reduce((total, counted) => total + of(counted), 0);

/** By class; above a school that would be too many to look at, so by school. */
async function byUnit(
  context: Context,
  orgUnitId: string,
  classes: readonly Counted[],
): Promise<LaunchPreview['units']> {
  const unit = await context.tables.orgUnits.findOne({ id: orgUnitId });
  if (unit?.kind !== 'city' && unit?.kind !== 'district')
    return classes.map(({ classId, className, pupils, startable }) => ({
      unit: { id: classId, name: className, kind: 'class' },
      roster: pupils,
      startable,
    }));
  const line = [...new Set(classes.flatMap(({ path }) => path.split('/').filter((id) => id !== '')))];
  const schools = line.length === 0 ? [] : await context.tables.orgUnits.find({ id: line, kind: 'school' });
  return schools
    .map((school) => {
      const own = classes.filter(({ path }) => path.startsWith(school.path));
      return {
        unit: { id: school.id, name: school.name, kind: school.kind },
        roster: sum(own, ({ pupils }) => pupils),
        startable: sum(own, ({ startable }) => startable),
      };
    })
    .sort((a, b) => a.unit.name.localeCompare(b.unit.name, 'zh'));
}

/** Newest first; of the unit, of one above, or of one below. */
async function earlierLaunches(
  context: Context,
  { bundleId, processKey, formKey, termSlot, entryCohort }: Asked,
  path: string,
): Promise<LaunchPreview['earlier']> {
  const line = path.split('/').filter((id) => id !== '');
  const rows = await context.sql.all<{ id: string; name: string; created_at: number; started: number }>(
    `SELECT l.id, o.name, l.created_at, l.started FROM launch l JOIN org_unit o ON o.id = l.org_unit_id
     JOIN bundle b ON b.id = l.bundle_id
     WHERE l.process_key = ? AND COALESCE(l.form_key, '') = ? AND l.term_slot = ? AND l.entry_cohort = ?
       AND b.plan_id = (SELECT plan_id FROM bundle WHERE id = ?)
       AND (o.path LIKE ? OR o.id IN (${places(line)})) ORDER BY l.id DESC LIMIT 5`,
    [processKey, formKey ?? '', termSlot, entryCohort, bundleId, `${path}%`, ...line],
  );
  return rows.map((row) => ({
    id: row.id,
    orgUnitName: row.name,
    createdAt: new Date(Number(row.created_at)).toISOString(),
    started: Number(row.started),
  }));
}
