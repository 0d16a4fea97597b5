import { checkCharacter } from '../roster/student-number.ts';
import type { Random } from './random.ts';

/**
 * Numbers of kind L and J with birth dates that fit the entry cohort (12 years old on 1 September), none twice.
 * `region`: six digits that no real region has, so that no number is a person's.
 */
export function demoStudentNumbers(random: Random) {
  const given = new Set<string>();
  const draw = (region: string, date: string) => {
    const place = region + date.replaceAll('-', '');
    if (random.chance(0.4)) return `L${place}${String(random.integer(0, 9999)).padStart(4, '0')}`;
    const body = place + String(random.integer(1, 999)).padStart(3, '0');
    return `J${body}${checkCharacter(body)}`;
  };
  return (region: string, entryCohort: number): { studentNo: string; birthDate: string } => {
    const youngest = Date.UTC(entryCohort - 12, 7, 31);
    const birthDate = new Date(youngest - random.integer(0, 364) * 86_400_000).toISOString().slice(0, 10);
    let studentNo = draw(region, birthDate);
    while (given.has(studentNo)) studentNo = draw(region, birthDate);
    given.add(studentNo);
    return { studentNo, birthDate };
  };
}
