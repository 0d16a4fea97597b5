import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { filingZhCN } from './filing.zh-CN.ts';

export const filingEn: SameKeys<typeof filingZhCN> = {
  title: 'Filing',
  of: '{{name}} files with {{authority}}',
  empty: 'Nothing has been filed yet',
  emptyHint: 'Once the draft is without faults, press “File” at the top right.',
  file: 'File',
  filed: '{{name}} as filed',
  lapsed: 'The draft was changed after it was filed, so the filing has lapsed. File it again.',
  withdraw: 'Take back',
  withdrawAsk: 'You can then change the draft and file it again.',
  waiting: 'Filings · {{count}} for you to review',
  toMend: '{{count}} returned to you',
  mend: 'See why and mend',
  review: 'Review',
  look: 'Look',
  checked: 'checked',
  state: {
    filed: 'Waits for {{name}}',
    returned: 'Returned by {{name}}',
    accepted: 'Accepted by {{name}}',
    withdrawn: 'Taken back',
    lapsed: 'Lapsed',
    published: 'Published',
  },
  facts: {
    state: 'State',
    submitted: 'Filed',
    note: 'Note',
    decided: 'Decided',
    reason: 'Remark',
    number: 'Filing number',
    effective: 'In force from',
  },
  dialog: {
    title: 'File with {{name}}',
    lead: '{{name}} sees every difference from its own version. The draft can be published once it is accepted; a change in between ends the filing.',
    submit: 'File',
    done: 'Filed; it waits for {{name}}.',
  },
  decision: {
    hint: 'Go through the differences below; where something is to be said, comment on that element.',
    comments: '{{count}} comments go along.',
    submit: 'Send the decision',
    done: 'The decision has been sent.',
  },
};
