import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { planFileZhCN } from './plan-file.zh-CN.ts';

export const planFileEn: SameKeys<typeof planFileZhCN> = {
  title: 'Plan file',
  hint: 'The whole plan as one file: forms, flows, parameters and scenarios. Keep it, or import it elsewhere; ids stay.',
  exportDraft: 'Export the draft',
  exportVersion: 'Export this version',
  exportVersionLabel: 'Export version {{version}}',
  importInto: 'Import a plan file',
  importTitle: 'Import a plan file',
  importHint:
    'See what would change, then import it into the draft. What is locked above can not be changed by it either.',
  drop: {
    drop: 'Drop a plan file here',
    choose: 'or press to choose one',
    another: 'Choose another file',
    hint: 'A .zip file that was exported from this system, 8 MB at most',
  },
  tooBig: '“{{name}}” is larger than 8 MB: it is no plan file. Choose another one.',
  uploading: 'Uploading {{percent}}%',
  checking: 'Checking “{{name}}” …',
  importing: 'Importing …',
  plan: 'Plan',
  contents: 'Contents',
  contentsLine: '{{forms}} forms, {{processes}} flows, {{scenarios}} scenario files',
  fingerprint: 'Fingerprint',
  refused_one:
    '{{count}} thing can not be imported; the draft has not changed. Mend it where the file is from, and export it again.',
  refused_other:
    '{{count}} things can not be imported; the draft has not changed. Mend them where the file is from, and export it again.',
  toMend_one: 'It can be imported; {{count}} thing is then to be mended before publishing',
  toMend_other: 'It can be imported; {{count}} things are then to be mended before publishing',
  same: 'The file is just what the draft is: importing it changes nothing.',
  changes: 'What will change in the draft',
  scenarios: 'Scenarios that change',
  scenario: { added: 'added', changed: 'changed', removed: 'removed' },
  before: 'Draft now',
  after: 'After the import',
  apply: 'Import into the draft',
  done: '“{{name}}” was imported.',
  nothingDone: 'The draft was just what the file is; nothing has changed.',
  stale: 'Somebody has just changed the draft; it was checked anew. Look once more.',
  door: {
    title: 'Begin with a file',
    hint: 'Import a plan that was exported from this system; ids stay.',
    use: 'Begin with this file',
    takenHere: 'This plan is in use already. To take over what is in the file, import it into the draft.',
    takenElsewhere: 'Another authority has a plan with the same key.',
    open: 'Import it into the draft',
    refused_one:
      '{{count}} thing in the file can not be used. Mend it where the file is from, and export it again.',
    refused_other:
      '{{count}} things in the file can not be used. Mend them where the file is from, and export it again.',
  },
};
