import type { TermRow, TermSlotRow } from '../persistence/tables.ts';
import { cohorts, stage } from './organisation.ts';

const gradeNames = ['初一', '初二', '初三'] as const;
const halves = ['上', '下'] as const;

/**
 * All terms in which a demo cohort is at junior high, without gaps (a holiday belongs to the term before it), and the
 * slot 1 to 6 that each cohort is in: slot 3 is 初二上. `ends_on` is the last day.
 */
export function demoCalendar(
  orgUnitId: string,
  newId: () => string,
): { terms: TermRow[]; termSlots: TermSlotRow[] } {
  const terms: TermRow[] = [];
  const termSlots: TermSlotRow[] = [];
  const first = Math.min(...cohorts.map((cohort) => cohort.entryCohort));
  const last = Math.max(...cohorts.map((cohort) => cohort.entryCohort)) + gradeNames.length - 1;
  for (let year = first; year <= last; year++) {
    for (const half of [0, 1] as const) {
      const id = newId();
      terms.push({
        id,
        orgUnitId,
        name: `${year}-${year + 1}学年第${half === 0 ? '一' : '二'}学期`,
        startsOn: half === 0 ? `${year}-09-01` : `${year + 1}-02-01`,
        endsOn: half === 0 ? `${year + 1}-01-31` : `${year + 1}-08-31`,
      });
      for (const { entryCohort } of cohorts) {
        const grade = gradeNames[year - entryCohort];
        if (grade === undefined) continue;
        termSlots.push({
          termId: id,
          stage,
          entryCohort,
          slot: (year - entryCohort) * 2 + half + 1,
          name: grade + halves[half],
        });
      }
    }
  }
  return { terms, termSlots };
}
