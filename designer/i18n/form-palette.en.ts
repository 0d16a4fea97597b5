import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { formPaletteZhCN } from './form-palette.zh-CN.ts';

export const formPaletteEn: SameKeys<typeof formPaletteZhCN> = {
  tab: 'Setup',
  several: 'Several can be chosen',
  all: 'All',
  unlimited: 'no limit',
  who: {
    pupil:
      'Only pupils whom the person may see: pupils and teachers choose in their own class, guardians their children, school administrators in their school.',
    schoolClass: 'Only own classes; principals and school administrators choose any class of their school.',
    orgUnit: 'The own school, district and city; administrators also choose what lies below them.',
    person:
      'Pupils and guardians choose teachers of their class and who leads the school, teachers choose staff of their school, districts and the city who leads what lies below.',
  },
  unitKinds: 'Levels to choose from',
  unitKind: { city: 'City', district: 'Districts', school: 'Schools' },
  roles: 'People to choose from',
  role: {
    'district-admin': 'District administrators',
    'school-admin': 'School administrators',
    principal: 'Principals',
    'grade-leader': 'Grade leaders',
    'class-teacher': 'Class teachers',
    'subject-teacher': 'Subject teachers',
  },
  offer: { term: 'Terms to choose from', indicator: 'Indicators to choose from' },
  none: {
    term: 'The plan has no terms yet. Add them first.',
    indicator: 'The plan has no indicators yet. Add them on the page “Indicators” and choose them here.',
  },
  gone: 'The plan no longer has: {{names}}. They go with the next change of the options.',
  units: 'Units to choose from',
  unitsExample: 'One a line, e.g.\nShenzhen Library\nLianhuashan Park',
  unitsHint: 'Where a unit is renamed, older records go on showing its old name.',
  maxFiles: 'Files at the most',
  maxMegabytes: 'Each up to',
  fileTypes: 'Can be uploaded',
  fileType: { pictures: 'Photos and pictures', pdf: 'PDF files' },
  signatureHint:
    'Drawn by hand or signed by typing the name. Records show it as it looks; notices and the archive only say that it was signed.',
  scale: 'Scale',
  ownScale: 'Options of your own',
  scales: {
    fourGrades: 'Four grades',
    threeGrades: 'Three grades',
    passed: 'Passed, not passed',
    fivePoints: '1 to 5 points',
    tenPoints: '1 to 10 points',
  },
  scaleWords: {
    fourGrades: 'Excellent Good Pass Improve',
    threeGrades: 'Excellent Pass Improve',
    passed: 'Passed Failed',
    fivePoints: '1 2 3 4 5',
    tenPoints: '1 2 3 4 5 6 7 8 9 10',
  },
  scaleHint: 'The words of the options are changed with the cog wheel of the component.',
  once: 'Each time up to',
  termCap: 'In a term up to',
  hoursUnit: 'hours',
  termCapHint:
    'On submission, the pupil’s other records of the term on this form are added up; those withdrawn do not count.',
  onceAboveCap: 'One entry may be longer than a whole term. Change one of the two.',
};
