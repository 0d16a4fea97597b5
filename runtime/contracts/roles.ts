/** The roles of a membership (role at an org unit), in the order of the organisation tree. */
export const roles = [
  'city-admin',
  'district-admin',
  'school-admin',
  'principal',
  'grade-leader',
  'class-teacher',
  'subject-teacher',
  'group-member',
  'pupil',
  'guardian',
  'inspector',
  'system-auditor',
] as const;

export type Role = (typeof roles)[number];

export const orgUnitKinds = ['city', 'district', 'school', 'grade', 'class'] as const;
export type OrgUnitKind = (typeof orgUnitKinds)[number];

/** The kinds of a group (工作组): who they are is in the Shenzhen guideline, part 3 (1). */
export const groupKinds = ['leading', 'guidance', 'supervision', 'evaluation', 'expert', 'lecturer'] as const;
export type GroupKind = (typeof groupKinds)[number];
