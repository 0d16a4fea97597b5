import type { OrgUnitRow } from '../persistence/tables.ts';
import { gradeCode, gradeName } from '../roster/org-unit-names.ts';
import type { DemoBuilder } from './demo-builder.ts';
import { fillClass } from './fill-class.ts';
import { classesPerCohort, cohorts, type DemoSchool, stage, subjects } from './organisation.ts';

/** Two schools and one class in each hold the accounts with telling names; all others are numbered. */
const shownPlaces = [
  { school: 0, entryCohort: 2025, classNo: 3, suffix: '' },
  { school: 2, entryCohort: 2026, classNo: 1, suffix: '2' },
] as const;

/** Half of the teachers take the odd classes, the other half the even ones: one for each subject. */
const subjectTeachers = 2 * subjects.length;

/** Leadership, the three groups of a school (guideline part 3 (1)), teachers, grades and classes. */
export function fillSchool(demo: DemoBuilder, unit: OrgUnitRow, school: DemoSchool, index: number): void {
  const place = shownPlaces.find((shown) => shown.school === index);
  const named = (name: string) => (place ? `${name}${place.suffix}` : undefined);
  const staffNo = (serial: number) => `${index + 1}${String(serial).padStart(3, '0')}`;
  const principal = demo.staff(staffNo(1), named('principal'));
  const administrator = demo.staff(staffNo(2), named('school'));
  const supervisor = demo.staff(staffNo(3), named('supervisor'));
  demo.grant(principal, 'principal', unit);
  demo.grant(administrator, 'school-admin', unit);
  const teachers = Array.from({ length: subjectTeachers }, (_, at) =>
    demo.staff(staffNo(11 + at), at === 0 ? named('subject') : undefined),
  );
  demo.group('leading', unit, [principal, administrator]);
  demo.group('guidance', unit, [administrator, ...teachers.slice(0, 3)]);
  demo.group('supervision', unit, [supervisor, ...teachers.slice(3, 5)]);
  let serial = 31;
  for (const { entryCohort, grade } of cohorts) {
    const gradeUnit = demo.unit(unit, {
      kind: 'grade',
      code: gradeCode(school.code, entryCohort),
      name: gradeName(entryCohort),
      stage,
      entryCohort,
    });
    for (let classNo = 1; classNo <= classesPerCohort; classNo++) {
      const classUnit = demo.unit(gradeUnit, {
        kind: 'class',
        code: `${gradeUnit.code}-${String(classNo).padStart(2, '0')}`,
        name: `${grade}(${classNo})班`,
        stage,
        entryCohort,
      });
      const shown = place?.entryCohort === entryCohort && place.classNo === classNo;
      const taughtBy = teachers.filter((_, at) => Math.floor(at / subjects.length) === (classNo + 1) % 2);
      const classTeacher = fillClass(demo, {
        classUnit,
        schoolUnit: unit,
        region: school.region,
        classTeacherNo: staffNo(serial++),
        subjectTeachers: taughtBy,
        shownAs: shown ? place.suffix : null,
      });
      // The class teacher of the last class leads the grade as well.
      if (classNo === classesPerCohort) demo.grant(classTeacher, 'grade-leader', gradeUnit);
      const first = taughtBy[0];
      if (shown && first) demo.show(`subject${place.suffix}`, first, 'subject-teacher', unit, classUnit);
    }
  }
  if (!place) return;
  demo.show(`supervisor${place.suffix}`, supervisor, 'group-member', unit);
  demo.show(`principal${place.suffix}`, principal, 'principal', unit);
  demo.show(`school${place.suffix}`, administrator, 'school-admin', unit);
}
