import type { OrgUnitRow } from '../persistence/tables.ts';
import { DemoBuilder, type DemoOptions } from './demo-builder.ts';
import type { DemoData } from './demo-data.ts';
import { fillSchool } from './fill-school.ts';
import { city, districts, schools, stage } from './organisation.ts';

/**
 * A city with two districts and a school of its own, 5 schools, 40 classes, about 2,000 pupils with guardians, and
 * everybody who works with them. Pure: the same options give the same data.
 */
export function generateDemo(options: DemoOptions): DemoData {
  const demo = new DemoBuilder(options);
  const cityUnit = demo.unit(null, { kind: 'city', ...city });
  demo.calendar(cityUnit);
  const districtUnits = new Map(
    districts.map(({ code, name }) => [
      code as string,
      demo.unit(cityUnit, { kind: 'district', type: '区', code, name }),
    ]),
  );
  const schoolUnits = schools.map(({ code, name, type, district }) =>
    demo.unit(districtUnits.get(district ?? '') ?? cityUnit, { kind: 'school', code, name, type, stage }),
  );
  schools.forEach((school, index) => {
    const unit = schoolUnits[index];
    if (unit) fillSchool(demo, unit, school, index);
  });
  fillAuthorities(demo, cityUnit, districtUnits, schoolUnits.slice(0, 2));
  return demo.data;
}

/** Officers of city and districts, the 责任督学 of some schools, the auditor. */
function fillAuthorities(
  demo: DemoBuilder,
  cityUnit: OrgUnitRow,
  districtUnits: ReadonlyMap<string, OrgUnitRow>,
  inspected: readonly OrgUnitRow[],
): void {
  let serial = 1;
  const official = (username: string) => demo.staff(`0${String(serial++).padStart(3, '0')}`, username);
  for (const { code, account } of districts) {
    const unit = districtUnits.get(code);
    if (!unit) continue;
    const officer = official(account);
    demo.grant(officer, 'district-admin', unit);
    demo.group('leading', unit, [officer]);
    demo.group('expert', unit, [official(`${account}-expert`), officer]);
    demo.show(account, officer, 'district-admin', unit);
  }
  const cityOfficer = official('city');
  demo.grant(cityOfficer, 'city-admin', cityUnit);
  demo.show('city', cityOfficer, 'city-admin', cityUnit);
  const inspector = official('inspector');
  for (const school of inspected)
    demo.grant(inspector, 'inspector', school, '2025-09-01', aYearAfter(demo.today));
  demo.show('inspector', inspector, 'inspector', ...inspected);
  const auditor = official('auditor');
  demo.grant(auditor, 'system-auditor', cityUnit);
  demo.show('auditor', auditor, 'system-auditor', cityUnit);
}

/** An inspector is assigned for a time: to the first of the month, a year on. */
function aYearAfter(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}-${date.slice(5, 7)}-01`;
}
