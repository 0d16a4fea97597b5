import type { OrgUnitRow } from '../persistence/tables.ts';
import type { DemoBuilder, Person } from './demo-builder.ts';
import { givenName, surname } from './names.ts';

export interface DemoClass {
  readonly classUnit: OrgUnitRow;
  readonly schoolUnit: OrgUnitRow;
  readonly region: string;
  readonly classTeacherNo: string;
  readonly subjectTeachers: readonly Person[];
  /** Null: numbered accounts only; else what the telling ones (`pupil`, `teacher`…) end in. */
  readonly shownAs: string | null;
}

/** Class teacher, 评价组, 46 to 52 pupils, and the guardians of each; answers the class teacher. */
export function fillClass(demo: DemoBuilder, of: DemoClass): Person {
  const { classUnit, schoolUnit, shownAs, subjectTeachers } = of;
  const from = `${classUnit.entryCohort}-08-25`;
  const classTeacher = demo.staff(of.classTeacherNo, shownAs === null ? undefined : `teacher${shownAs}`);
  demo.grant(classTeacher, 'class-teacher', classUnit, from);
  for (const teacher of subjectTeachers) demo.grant(teacher, 'subject-teacher', classUnit, from);
  demo.group('evaluation', classUnit, [classTeacher, ...subjectTeachers.slice(0, 2)]);
  const size = demo.random.integer(46, 52);
  for (let seat = 0; seat < size; seat++) addPupil(demo, of, seat === 0 ? shownAs : null);
  if (shownAs !== null) demo.show(`teacher${shownAs}`, classTeacher, 'class-teacher', schoolUnit, classUnit);
  return classTeacher;
}

function addPupil(
  demo: DemoBuilder,
  { classUnit, schoolUnit, region }: DemoClass,
  shownAs: string | null,
): void {
  const { data, random } = demo;
  const serial = String(data.students.length + 1).padStart(4, '0');
  const gender = demo.gender();
  const family = surname(random);
  const name = family + givenName(random, 'pupil', gender);
  const username = shownAs === null ? `s${serial}` : `pupil${shownAs}`;
  const account = demo.user(username, name);
  const entryCohort = classUnit.entryCohort ?? 0;
  const studentId = demo.newId();
  data.students.push({
    id: studentId,
    userId: account.id,
    name,
    gender: gender === 'male' ? '1' : '2',
    entryCohort,
    ...demo.studentNumber(region, entryCohort),
  });
  data.enrolments.push({
    id: demo.newId(),
    studentId,
    schoolId: schoolUnit.id,
    classId: classUnit.id,
    validFrom: demo.since(`${entryCohort}-09-01`),
    validTo: null,
    reason: 'entry',
  });
  if (shownAs !== null) demo.show(username, account, 'pupil', schoolUnit, classUnit);
  const mother = ['母亲', surname(random) + givenName(random, 'adult', 'female')] as const;
  const father = ['父亲', family + givenName(random, 'adult', 'male')] as const;
  const guardians = random.chance(0.75) ? [mother, father] : [random.pick([mother, father])];
  guardians.forEach(([relation, guardianName], index) => {
    const shown = shownAs !== null && index === 0;
    const guardianUsername = shown ? `guardian${shownAs}` : `g${serial}${index + 1}`;
    const guardian = demo.user(guardianUsername, guardianName);
    data.guardianLinks.push({ id: demo.newId(), guardianId: guardian.id, studentId, relation });
    if (shown) demo.show(guardianUsername, guardian, 'guardian', schoolUnit, classUnit);
  });
}
