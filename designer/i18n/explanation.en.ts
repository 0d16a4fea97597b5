import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { explanationZhCN } from './explanation.zh-CN.ts';

export const explanationEn: SameKeys<typeof explanationZhCN> = {
  title: 'Why is this so?',
  why: 'Why is this so?',
  short: 'Why',
  ask: 'Why “{{name}}” is as it is',
  hint: 'Which layer and version something is from, on which clause it rests, and what this layer may do.',
  search: 'Find a field, a step, a parameter …',
  results: 'Found',
  choose: 'Choose something on the left.',
  none: 'Nothing was found. Try another word.',
  more: '{{count}} more. Write more of the name.',
  notThere: 'This is not in the plan; it may have been removed. Choose something else on the left.',
  introduced: 'First written by',
  placed: 'Put here by',
  rule: 'Rule as a whole',
  basis: 'Ground',
  noBasis: 'No legal basis is named',
  source: '{{name}}, version {{version}}',
  draft: 'draft of {{name}}',
  since: '{{name}}, since version {{version}}',
  stated: {
    property: 'stated for “{{property}}”',
    element: 'stated for this',
    around: 'stated for what this stands in',
    default: 'not stated for this; the general rule holds',
  },
  column: { property: 'Property', value: 'Value', from: 'Set by', lock: 'Rule' },
  direction: {
    min: 'This layer may raise, prolong or add, but not go below the present value.',
    max: 'This layer may lower, shorten or take away, but not go above the present value.',
  },
  among: 'This layer may choose among {{among}}.',
  all: 'See everything about it',
  open: 'Change it',
};
