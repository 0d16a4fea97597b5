import type { OrgUnitKind } from '@oneplan/runtime/contracts/roles.ts';
import type { PlanManifest } from '@oneplan/runtime/plan/manifest.ts';

interface NewManifest {
  readonly key: string;
  readonly name: string;
  readonly stage: PlanManifest['stage'];
  readonly orgUnit: { readonly kind: OrgUnitKind; readonly code: string; readonly name: string };
  /** `YYYY-MM-DD` */
  readonly effective: string;
}

/** Terms of a stage, two a school year. */
const terms = { primary: 12, 'junior-high': 6, 'senior-high': 6 } as const;

/** A plan that says nothing yet but whose it is, for whom and in which terms, with the roles that every plan has. */
export function emptyManifest({ key, name, stage, orgUnit, effective }: NewManifest): PlanManifest {
  return {
    schemaVersion: 1,
    key,
    code: key.slice(0, 30),
    name,
    stage,
    jurisdiction: {
      kind: orgUnit.kind,
      code: /^\d{6}/.exec(orgUnit.code)?.[0] ?? '000000',
      name: orgUnit.name,
    },
    effective,
    legalBasis: [],
    dimensions: [],
    parts: [],
    termSlots: Array.from({ length: terms[stage] }, (_, index) => ({
      slot: index + 1,
      name: `第${index + 1}学期`,
      evaluated: true,
    })),
    parameters: [],
    roles: [
      { key: 'pupil', name: '学生', scope: 'self' },
      { key: 'guardian', name: '家长', scope: 'child' },
      { key: 'class-teacher', name: '班主任', scope: 'class' },
      { key: 'principal', name: '校长', scope: 'school' },
    ],
    forms: [],
    processes: [],
    records: [],
    notices: [],
    archive: [],
    locks: [],
  };
}
