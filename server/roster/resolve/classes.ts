import type { OrgUnitRow } from '../../persistence/tables.ts';
import { ancestorId, gradeCode, gradeName, pathBelow } from '../org-unit-names.ts';
import type { Roster } from '../roster.ts';
import type { RosterRule } from '../rules.ts';
import type { Line } from '../sheet.ts';
import { classSheet as sheet } from '../sheets/classes.ts';

type ClassLine = Line<keyof typeof sheet.columns>;

/** Classes stand below the grade of their school and entry cohort; a grade that is missing is made. */
export function resolveClasses(lines: readonly ClassLine[], roster: Roster): void {
  const seen = new Map<string, number>();
  for (const line of lines) {
    const { code } = line.values;
    const first = seen.get(code);
    if (line.bad) roster.spoilt.add(code);
    else if (first !== undefined) roster.refuse(sheet, line, 'code', 'duplicate-row', String(first));
    else {
      seen.set(code, line.line);
      if (!resolveClass(line, roster)) roster.spoilt.add(code);
    }
  }
}

/** Null: the row is wrong and reported. */
function resolveClass(line: ClassLine, roster: Roster): OrgUnitRow | null {
  const { code, school: schoolCode, name: given } = line.values;
  const entryCohort = Number(line.values.cohort);
  const refuse = (key: keyof typeof line.values, rule: RosterRule, detail?: string) =>
    roster.refuse(sheet, line, key, rule, detail);
  const school = roster.unitAt(sheet, line, 'school', ['school']);
  if (!school) return null;
  const name = /^\d+$/.test(given) ? `${gradeName(entryCohort)}(${given})班` : given;
  const stored = roster.units.get(code);
  if (stored) {
    if (stored.kind !== 'class') return refuse('code', 'code-taken');
    if (ancestorId(stored.path, 2) !== school.id) return refuse('school', 'class-of-another-school');
    if (stored.entryCohort !== entryCohort)
      return refuse('cohort', 'cohort-change', String(stored.entryCohort));
    if (stored.name !== name) roster.changes.update('org_unit', stored.id, { name });
    roster.report.count('classes', stored.name === name ? 'unchanged' : 'updated');
    return stored;
  }
  const grade = gradeOf(school, schoolCode, entryCohort, roster);
  if (!grade) return refuse('school', 'code-taken');
  const id = roster.ports.newId();
  roster.report.count('classes', 'created');
  return roster.addUnit({
    id,
    parentId: grade.id,
    kind: 'class',
    type: null,
    code,
    name,
    path: pathBelow(grade.path, id),
    stage: school.stage,
    entryCohort,
  });
}

/** Null: another unit has the grade's code. */
function gradeOf(
  school: OrgUnitRow,
  schoolCode: string,
  entryCohort: number,
  roster: Roster,
): OrgUnitRow | null {
  const code = gradeCode(schoolCode, entryCohort);
  const stored = roster.units.get(code);
  if (stored) return stored.kind === 'grade' && stored.parentId === school.id ? stored : null;
  const id = roster.ports.newId();
  return roster.addUnit({
    id,
    parentId: school.id,
    kind: 'grade',
    type: null,
    code,
    name: gradeName(entryCohort),
    path: pathBelow(school.path, id),
    stage: school.stage,
    entryCohort,
  });
}
