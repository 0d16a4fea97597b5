/** What a component of a form can offer of the organisation. */
export const pickerTypes = ['pupil', 'schoolClass', 'orgUnit', 'person'] as const;
export type PickerType = (typeof pickerTypes)[number];

/** Roles whose holders a `person` component can offer (`component.roles`; absent: all of them). */
export const pickableRoles = [
  'district-admin',
  'school-admin',
  'principal',
  'grade-leader',
  'class-teacher',
  'subject-teacher',
] as const;

/** Kinds of place that an `orgUnit` component can offer (`component.unitKinds`; absent: all of them). */
export const pickableUnitKinds = ['city', 'district', 'school'] as const;
