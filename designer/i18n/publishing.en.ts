import type { SameKeys } from '@oneplan/runtime/ui/i18n/resource.ts';
import type { publishingZhCN } from './publishing.zh-CN.ts';

export const publishingEn: SameKeys<typeof publishingZhCN> = {
  findings: {
    title: 'Findings',
    close: 'Hide the findings',
    clean: {
      publish: 'No problems found; it may be published.',
      file: 'No problems found; it may be filed.',
      wait: 'No problems found; the authority above is looking at it.',
    },
    found: {
      publish: '{{count}} problems have to be mended before publishing.',
      file: '{{count}} problems have to be mended before filing.',
      wait: '{{count}} problems have to be mended; then it has to be filed again.',
    },
    refused: 'What you just had was not saved, because:',
    checking: 'Checking…',
    line: 'line {{line}}',
    whole: 'The plan as a whole',
    again: 'Check again',
  },
  dialog: {
    title: 'Publish the plan of {{name}}',
    what: 'It becomes version {{version}} and never changes again.',
    running:
      'New records use version {{version}}; the {{count}} records that are running finish on the version they began with.',
    nothingRunning:
      'New records use version {{version}}. Records that are on their way finish on the version they began with.',
    note: 'What is new',
    noteHint: 'What this version changes, for whoever looks at it later.',
    cohorts: 'Entry cohorts',
    cohortsHint: 'The cohorts that are ticked use this version from now on.',
    cohort: 'Entered {{year}}',
    cohortMissing: 'Choose at least one entry cohort',
    checking: 'Checking…',
    clean: 'Checked: no problems found.',
    show: 'Show the findings',
    submit: 'Publish version {{version}}',
    submitting: 'Publishing…',
    cancel: 'Cancel',
    unchanged:
      'There is nothing to publish: the draft is the same as version {{version}}, which these cohorts use already.',
    done: 'Version {{version}} has been published',
    doneText: 'New records of {{cohorts}} use it from now on.',
    separator: ', ',
    fingerprint: 'Fingerprint of the content',
    open: 'Look at this version',
    finish: 'Done',
  },
  versions: {
    title: 'Published versions',
    hint: 'A version never changes once it is published; records that are running finish on the version they began with.',
    empty: 'Nothing has been published yet',
    emptyHint: 'Press “Publish” at the top right: the draft becomes version 1 and appears here.',
    emptyHintViewer: 'Versions appear here once they are published.',
    column: {
      version: 'Version',
      note: 'What is new',
      published: 'Published',
      cohorts: 'Cohorts',
      running: 'Running',
      fingerprint: 'Fingerprint',
    },
    notThere: 'There is no such version; the link may be wrong. Choose again from the published versions.',
    noNote: '(no note)',
    superseded: 'Superseded',
    by: '{{who}}, ',
    one: 'Version {{version}}',
    back: 'All versions',
    contents: 'What is in this version',
  },
};
