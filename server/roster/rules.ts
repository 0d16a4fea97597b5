/**
 * Every rule of the roster import with its message, `{0}` standing for a detail that holds no personal data.
 * The interface translates by the rule's name.
 */
export const rosterRules = {
  'unknown-sheet': 'This sheet is none of 组织机构, 班级, 教职工, 学生, 监护人; rename it, or remove it.',
  'duplicate-sheet': 'Another sheet of the file holds the same kind of rows; put them into one.',
  'missing-column': 'The column {0} is missing in the heading.',
  'unknown-column': 'No column of this sheet has this name; correct the heading, or remove the column.',
  'duplicate-column': 'This column stands in the heading twice.',
  'more-errors': '{0} more errors are not listed; mend these first.',

  required: 'This cell must not be empty.',
  'control-character': 'The cell holds invisible characters; type it again.',
  'too-long': 'The cell has more than {0} characters.',
  code: 'A code has letters, digits, "-", "_" and "." only, at most {0}, and begins with a letter or digit.',
  choice: 'The cell must be one of: {0}.',
  date: 'The cell must be a day that exists, as 2026-09-01.',
  'entry-cohort': 'The entry cohort is the year of entry in four digits, as 2026.',
  account:
    'An account has 2 to 50 letters, digits or any of ". _ - @" and begins with a letter or digit; or it is a telephone number.',
  'student-number-shape': 'A pupil number is G, J or L with 18 more characters, 19 in all.',
  'student-number-date': 'The 8 digits from the 8th character are no date of birth.',
  'student-number-check-character': 'The last character does not fit the others; a character is mistyped.',

  'duplicate-row': 'Line {0} says the same thing; remove one.',
  'outside-root': 'This unit does not lie below {0}, for which the roster is imported.',
  'unknown-code': 'There is no unit with this code, neither in the file nor stored.',
  'wrong-kind': 'The unit with this code is not of the right kind; needed: {0}.',
  'unit-closed': 'The unit with this code is closed.',
  'code-taken': 'The code belongs to another unit already.',
  'parent-cycle': 'The unit would lie below itself.',
  'parent-change': 'The unit lies below another one; an import does not move units.',
  'kind-change': 'The unit is stored as another kind; an import does not change it.',
  'root-unit-fixed': 'The unit that the roster is imported for is changed by the authority above it only.',
  'class-of-another-school': 'The class with this code belongs to another school.',
  'cohort-change': 'The class belongs to the entry cohort {0}; an import does not change it.',
  'role-not-here': 'This role is not held at this kind of unit; possible: {0}.',
  'role-not-granted-here': 'This role is granted by an authority further up; an import for {0} cannot.',
  'period-order': 'The last day lies before the first.',
  'name-differs': 'Line {0} gives the same person another name.',
  'account-name-differs':
    'The account belongs to somebody of another name; correct the name, or give another account.',
  'account-taken': 'The account belongs to somebody else; give another one.',
  'account-differs': 'The person has another account already.',
  'staff-number-ambiguous': 'Several people have this staff number; give the account too.',
  'birth-date-differs': 'The date of birth is not the one in the pupil number.',
  'student-number-taken': 'Both the former and the new pupil number belong to pupils that are stored.',
  'enrolled-elsewhere': 'The pupil is enrolled in a school outside this import; it takes a transfer.',
  'enrolment-overlap': 'The pupil is enrolled in another class on this day; the day must lie after {0}.',
  'unknown-student': 'No pupil of this import and none stored here has this number.',
} as const;

export type RosterRule = keyof typeof rosterRules;

export function ruleMessage(rule: RosterRule, detail: string): string {
  return rosterRules[rule].replace('{0}', detail);
}
