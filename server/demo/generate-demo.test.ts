import { describe, expect, test } from '@jest/globals';
import { studentNumberProblem } from '../roster/student-number.ts';
import type { DemoData } from './demo-data.ts';
import { generateDemo } from './generate-demo.ts';

function generate(today = '2026-11-20', seed = 7): DemoData {
  let last = 0;
  return generateDemo({ seed, today, newId: () => `id-${++last}` });
}
const data = generate();
const unitById = new Map(data.orgUnits.map((unit) => [unit.id, unit]));
const ofKind = (kind: string) => data.orgUnits.filter((unit) => unit.kind === kind);

describe('the demo organisation', () => {
  test('is decided by its seed', () => {
    expect(generate()).toEqual(data);
    expect(generate('2026-11-20', 8).users.map((user) => user.name)).not.toEqual(
      data.users.map((user) => user.name),
    );
  });

  test('has a city, two districts, five schools of which one is directly under the city, and 40 classes', () => {
    expect(ofKind('city')).toHaveLength(1);
    expect(ofKind('district')).toHaveLength(2);
    expect(ofKind('school')).toHaveLength(5);
    expect(ofKind('class')).toHaveLength(40);
    expect(
      ofKind('school').filter((school) => unitById.get(school.parentId ?? '')?.kind === 'city'),
    ).toHaveLength(1);
  });

  test('has materialised paths that end in the unit and start with its parent’s', () => {
    for (const unit of data.orgUnits) {
      const parent = unitById.get(unit.parentId ?? '');
      expect(unit.path).toBe(`${parent?.path ?? '/'}${unit.id}/`);
    }
  });

  test('has no code and no user name twice', () => {
    expect(new Set(data.orgUnits.map((unit) => unit.code)).size).toBe(data.orgUnits.length);
    expect(new Set(data.users.map((user) => user.username)).size).toBe(data.users.length);
  });
});

describe('the demo pupils', () => {
  test('are about 2,000, 46 to 52 a class', () => {
    expect(data.students.length).toBeGreaterThan(1850);
    expect(data.students.length).toBeLessThan(2100);
    for (const unit of ofKind('class')) {
      const size = data.enrolments.filter((enrolment) => enrolment.classId === unit.id).length;
      expect(size).toBeGreaterThanOrEqual(46);
      expect(size).toBeLessThanOrEqual(52);
    }
  });

  test('have valid numbers, none twice, that agree with birth date and age', () => {
    for (const student of data.students) {
      expect(studentNumberProblem(student.studentNo)).toBeNull();
      expect(student.studentNo.slice(7, 15)).toBe(student.birthDate.replaceAll('-', ''));
      expect(student.birthDate > `${student.entryCohort - 13}-08-31`).toBe(true);
      expect(student.birthDate < `${student.entryCohort - 12}-09-01`).toBe(true);
    }
    expect(new Set(data.students.map((student) => student.studentNo)).size).toBe(data.students.length);
  });

  test('are enrolled in the school of their class and have one or two guardians', () => {
    for (const enrolment of data.enrolments) {
      expect(unitById.get(enrolment.classId)?.path).toContain(`/${enrolment.schoolId}/`);
    }
    const guardians = new Map<string, number>();
    for (const { studentId } of data.guardianLinks)
      guardians.set(studentId, (guardians.get(studentId) ?? 0) + 1);
    expect(guardians.size).toBe(data.students.length);
    expect(new Set(guardians.values())).toEqual(new Set([1, 2]));
  });
});

test('everybody’s role is in force on the given day, also before the school year', () => {
  for (const today of ['2026-08-02', '2026-11-20', '2027-06-01']) {
    const { memberships, enrolments, groupMembers } = generate(today);
    for (const interval of [...memberships, ...enrolments, ...groupMembers]) {
      expect(interval.validFrom <= today && (interval.validTo === null || interval.validTo > today)).toBe(
        true,
      );
    }
  }
});

test('terms follow each other without gaps, and each cohort goes through slots 1 to 6', () => {
  const [first, ...rest] = data.terms;
  let end = first?.endsOn ?? '';
  for (const term of rest) {
    expect(Date.parse(term.startsOn) - Date.parse(end)).toBe(86_400_000);
    end = term.endsOn;
  }
  for (const cohort of [2025, 2026]) {
    const slots = data.termSlots.filter((slot) => slot.entryCohort === cohort);
    expect(slots.map((slot) => slot.slot)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(slots[2]?.name).toBe('初二上');
  }
  const now = data.terms.find((term) => term.startsOn === '2026-09-01');
  expect(now).toMatchObject({ name: '2026-2027学年第一学期', endsOn: '2027-01-31' });
});

describe('the demo accounts', () => {
  const userOf = (username: string) => data.users.find((user) => user.username === username)?.id;
  const classOfRole = (username: string) =>
    data.memberships.filter((membership) => membership.userId === userOf(username)).map((m) => m.orgUnitId);

  test('cover every role', () => {
    expect(new Set(data.accounts.map((account) => account.role)).size).toBe(11);
    for (const account of data.accounts) expect(userOf(account.username)).toBeDefined();
  });

  test.each(['', '2'])('pupil%s, guardian, class teacher and subject teacher belong together', (suffix) => {
    const student = data.students.find((one) => one.userId === userOf(`pupil${suffix}`));
    const enrolment = data.enrolments.find((one) => one.studentId === student?.id);
    expect(data.guardianLinks).toContainEqual(
      expect.objectContaining({ guardianId: userOf(`guardian${suffix}`), studentId: student?.id }),
    );
    expect(classOfRole(`teacher${suffix}`)).toEqual([enrolment?.classId]);
    expect(classOfRole(`subject${suffix}`)).toContain(enrolment?.classId);
    expect(classOfRole(`school${suffix}`)).toEqual([enrolment?.schoolId]);
  });

  test('the first class is 八(3)班', () => {
    expect(data.accounts.find((account) => account.username === 'pupil')?.orgUnitName).toMatch(/ 八\(3\)班$/);
  });
});
