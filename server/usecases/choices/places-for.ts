import { pickableUnitKinds } from '@oneplan/runtime/contracts/pickers.ts';
import type { Role } from '@oneplan/runtime/contracts/roles.ts';
import type { Caller, Standing } from '../../identity/caller.ts';
import { below, type ChoiceScope, either, oneOf } from './condition.ts';

const standingsOf = ({ standings }: Caller, ...roles: readonly Role[]): readonly Standing[] =>
  standings.filter(({ role }) => roles.includes(role));
const pathsOf = (standings: readonly Standing[]) => standings.map(({ path }) => path);
const unitsOf = (standings: readonly Standing[]) => standings.map(({ orgUnitId }) => orgUnitId);

/**
 * Pupils enrolled today: of the own class for pupils and teachers, the own children for guardians, of the own school for
 * its administrators. Principals, districts and the city choose no pupils.
 */
export function pupilsFor(caller: Caller, day: string): ChoiceScope | undefined {
  const mine = either([
    oneOf('e.class_id', unitsOf(standingsOf(caller, 'class-teacher', 'subject-teacher', 'pupil'))),
    oneOf('s.id', caller.childIds),
    below('c.path', pathsOf(standingsOf(caller, 'school-admin'))),
  ]);
  return (
    mine && {
      from: `SELECT s.id, s.name, c.name AS detail FROM enrolment e
        JOIN student s ON s.id = e.student_id JOIN org_unit c ON c.id = e.class_id`,
      where: `e.valid_from <= ? AND (e.valid_to IS NULL OR e.valid_to > ?) AND ${mine.text}`,
      values: [day, day, ...mine.values],
      id: 's.id',
      order: 'ORDER BY c.code, s.name, s.id',
    }
  );
}

/** Classes that are open: the own ones; those of the own school or grade for who leads it. */
export function classesFor(caller: Caller, day: string): ChoiceScope | undefined {
  const mine = either([
    oneOf('c.id', unitsOf(standingsOf(caller, 'class-teacher', 'subject-teacher', 'pupil', 'guardian'))),
    below('c.path', pathsOf(standingsOf(caller, 'school-admin', 'principal', 'grade-leader'))),
  ]);
  return (
    mine && {
      from: 'SELECT c.id, c.name, p.name AS detail FROM org_unit c LEFT JOIN org_unit p ON p.id = c.parent_id',
      where: `c.kind = 'class' AND (c.closed_on IS NULL OR c.closed_on > ?) AND ${mine.text}`,
      values: [day, ...mine.values],
      id: 'c.id',
      order: 'ORDER BY c.code, c.id',
    }
  );
}

/** Schools, districts and the city: those that the caller stands in, and those below for who administers or leads one. */
export function unitsFor(
  caller: Caller,
  day: string,
  kinds: readonly string[] = pickableUnitKinds,
): ChoiceScope | undefined {
  const mine = either([
    oneOf(
      'u.id',
      caller.standings.flatMap(({ path }) => path.split('/')),
    ),
    below(
      'u.path',
      pathsOf(standingsOf(caller, 'city-admin', 'district-admin', 'school-admin', 'principal')),
    ),
  ]);
  const kind = oneOf('u.kind', kinds);
  return (
    mine &&
    kind && {
      from: 'SELECT u.id, u.name, p.name AS detail FROM org_unit u LEFT JOIN org_unit p ON p.id = u.parent_id',
      where: `(u.closed_on IS NULL OR u.closed_on > ?) AND ${kind.text} AND ${mine.text}`,
      values: [day, ...kind.values, ...mine.values],
      id: 'u.id',
      order: 'ORDER BY u.code, u.id',
    }
  );
}
