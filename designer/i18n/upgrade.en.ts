import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { upgradeZhCN } from './upgrade.zh-CN.ts';

export const upgradeEn: SameKeys<typeof upgradeZhCN> = {
  title: 'Follow the layer above',
  hint: 'From version {{version}} to {{name}}. Until you confirm, the draft stays as it is.',
  offer: '{{name}} has published version {{version}}: bring the draft up to it',
  newest: 'This layer extends the newest version above',
  newestHint: 'Once the layer above publishes again, what this layer has changed is merged with it here.',
  conflicts: 'What both have changed ({{count}})',
  noConflicts: 'No conflict: the changes of both are kept.',
  preview: 'Preview',
  see: { here: 'The draft before and after', above: 'What {{name}} has changed' },
  look: 'See it in the preview',
  behind: {
    title: 'Layers below that have not followed yet',
    none: 'All layers below extend the last version.',
    version: 'extends version {{version}}; the last one is {{last}}',
  },
  draftBefore: 'Draft before',
  draftAfter: 'Draft after',
  before: 'It was {{value}}.',
  gaveUp: 'What this layer had: {{value}}. Afterwards what the layer above lays down holds.',
  reason: {
    'both-changed': 'Both have changed it, differently.',
    'both-moved': 'Both have moved it.',
    'removed-above': 'The layer above has removed it; this layer has changed it.',
    'removed-here': 'This layer has removed it; the layer above has changed it.',
    process:
      'Both have changed the process or the decision table in ways that do not fit together; one is taken whole.',
    locked: 'The new version above no longer allows what this layer has.',
  },
  side: { mine: 'Keep this layer’s', theirs: 'Take the one from above' },
  apply: 'Update the draft',
  applied: 'The draft is up to date with {{name}}.',
  again: 'Somebody has just changed the draft. Look at the new result before you update.',
};
