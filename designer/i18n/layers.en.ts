import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { layersZhCN } from './layers.zh-CN.ts';

export const layersEn: SameKeys<typeof layersZhCN> = {
  title: 'Plans',
  hint: 'A plan is published by the authority above; each level makes its own version upon it.',
  empty: 'No plan that you may see yet',
  emptyHint:
    'Plans appear here once the authority above has published one. Ask its plan administrator to set one up for your district.',
  kind: { city: 'City', district: 'District', school: 'School', grade: 'Grade', class: 'Class' },
  column: {
    unit: 'Level',
    extends: 'Based on',
    published: 'Published',
    draft: 'Draft',
    running: 'Running',
    action: 'Action',
  },
  extends: '{{name}}, version {{version}}',
  top: 'The top of this plan',
  version: 'Version {{version}}',
  unpublished: 'Not published yet',
  fingerprint: 'Fingerprint {{short}}',
  fingerprintHint: 'Fingerprint of the content (SHA-256): {{full}}',
  changed: 'Unpublished changes',
  unchanged: 'As published',
  asAbove: 'As the level above',
  runningCount: '{{count}}',
  runningTotal: '{{count}} records running',
  edit: 'Design',
  view: 'View',
  editLabel: 'Design the plan of {{name}}',
  viewLabel: 'View the plan of {{name}}',
  readOnly: 'Read only',
  notThere: 'There is no such layer; the link may be wrong. Go back to the plans and choose again.',
};
