import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { comparisonZhCN } from './comparison.zh-CN.ts';

export const comparisonEn: SameKeys<typeof comparisonZhCN> = {
  title: 'Comparison',
  key: 'Compare (key D)',
  against: 'Compare with',
  basis: '{{name}}, version {{version}} (which this layer extends)',
  version: '{{name}}, version {{version}}',
  draft: 'Draft of {{name}}',
  groupAbove: 'Versions from above',
  groupOwn: 'Own versions',
  nothingToCompare: 'There is no version to compare with yet',
  nothingToCompareHint:
    'This is the top of the plan, and nothing has been published. Once version 1 is, what the draft changes is shown here.',
  same: 'No difference',
  sameHint: '{{name}} is the same as {{base}}.',
  sameHere: 'This is the same in {{base}}.',
  unreadable:
    'The list of the plan cannot be read, so nothing can be compared. Mend what the check found first.',
  contents: 'What has changed',
  summary: 'All changes',
  settings: 'Parameters and other settings',
  print: 'Print',
  count: '{{count}}',
  counts: {
    added: '{{count}} added',
    removed: '{{count}} removed',
    changed: '{{count}} changed',
    moved: '{{count}} moved',
  },
  change: { added: 'added', removed: 'removed', changed: 'changed', moved: 'moved' },
  column: { change: 'Change', element: 'What', property: 'Property', rule: 'Rule' },
  whole: 'as a whole',
  nothing: '(nothing)',
  notIn: 'This is not in {{name}}.',
  comment: 'Comment',
  commentOn: 'Comment on “{{name}}”',
  fresh: 'Added',
  find: 'Find “{{name}}” in the diagram',
  annex: {
    title: '{{plan}}: changes made by {{name}}',
    compared: 'Compared',
    comparedWith: '{{mine}} with {{base}}',
    fingerprint: 'Fingerprint of {{name}}',
    total: 'In all',
    printed: 'Drawn up',
  },
};
