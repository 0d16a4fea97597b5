import type { failureTextsZh, problemTextsZh } from './problem-texts.zh.ts';

export const problemTextsEn: Readonly<Record<keyof typeof problemTextsZh, string>> = {
  'invalid-request': 'This request was incomplete and was not accepted. Reload the page and try again.',
  'idempotency-key-missing':
    'This submission carried no key and was not accepted. Reload the page and submit again.',
  'not-signed-in': 'Your session has ended; what you filled in is still on the page. Sign in again to go on.',
  'sign-in-failed': 'The user name or the password is wrong. Check both and enter them again.',
  forbidden: 'You may not see or handle this. If you should, ask your school’s administrator.',
  'csrf-token-invalid': 'Your session has changed and nothing was done. Reload the page and try again.',
  'not-found':
    'This was not found; it may have been withdrawn or the link is wrong. Go back and choose again.',
  'task-already-completed':
    'This task was already handled by {{by}}; your decision was not recorded. Go on with the next one.',
  'task-not-open': 'This task is closed and needs nothing more. Go back to the inbox.',
  'idempotency-key-reused':
    'Other content was sent under the same key; the second one was not recorded. Reload, check and submit again.',
  'idempotency-key-in-use':
    'The last submission is still being processed. Wait a few seconds; do not fill it in again.',
  'external-task-not-locked':
    'This automatic task is held by another program and was not run. Try again later.',
  'record-cap-reached':
    'The limit of {{cap}} records this term is reached; this one was not submitted. Record it next term, or change one that is returned.',
  'plan-not-published':
    'The plan of this cohort is not published yet, so nothing can be recorded. Wait for notice from the school.',
  'student-frozen':
    'The pupil is on leave or has transferred out, so the evaluation is frozen. Ask your school’s administrator.',
  'instance-suspended':
    'This flow is suspended, so nothing was recorded. It can go on once it is resumed; ask your school’s administrator.',
  'plan-not-accepted':
    'The authority above has not accepted this draft, so it can not be published. Submit it first.',
  'engine-waiting':
    'The last step was submitted and is on its way; nothing was changed. Try again in a moment.',
  'instance-ended': 'This flow has ended; nothing was changed. Reload the page.',
  'task-taken': 'Somebody else took this task. Go back to the list.',
  'task-not-claimed': 'This task was not taken from the list, so it cannot be put back. Hand it on instead.',
  'task-delegated': 'This task is delegated and has not come back yet.',
  'task-not-delegated': 'This task is not delegated to you; decide it directly.',
  'task-is-signature': 'You are asked to sign; only you can answer it.',
  'task-not-signature': 'This task is to be decided, not signed. Reload the page.',
  'signer-asked-already': 'Somebody you chose is asked already, or is you. Choose again.',
  'signer-not-asked': 'There is no open request to this person. Reload the page.',
  'return-not-possible': 'It cannot be returned to this step. Choose one of the steps listed.',
  'withdraw-not-possible':
    'Somebody has decided on it, or it is not yours, so it cannot be withdrawn. Ask for it to be returned.',
  'take-back-not-possible': 'The flow has gone on, so your decision cannot be taken back.',
  'modification-not-possible':
    'The flow cannot be changed like this; nothing was changed. Check the steps and variables.',
  'migration-not-possible':
    'Instances cannot move to this version. Choose another published version of the same plan that has this process.',
  'reminded-already': 'They were reminded less than a day ago. Try again tomorrow.',
  'nobody-to-remind': 'It does not wait for a person now.',
  'person-not-eligible': 'Somebody you chose does not work at this school. Choose from the list.',
  'opinion-missing': 'Say why you object.',
  conflict: 'Somebody else changed this and your change was not saved. Reload and change the latest content.',
  'revision-stale':
    'The record has just got a new version and your decision was not recorded. Read the latest content, then decide.',
  'payload-too-large':
    'This is too large (limit {{limit}}) and was not uploaded. Make it smaller or split it.',
  'media-type-not-allowed': 'Files of this kind cannot be uploaded. Use {{allowed}}.',
  'validation-failed':
    '{{count}} entries do not meet the rules and nothing was submitted. Correct them as shown below.',
  'plan-invalid':
    'The plan holds something that breaks the rules and was not saved. Correct it as the findings say.',
  'roster-invalid': 'The roster has bad rows and no row was imported. Correct them by line and upload again.',
  'if-match-missing':
    'It was not said which version is changed, and nothing was saved. Reload the page and change it again.',
  throttled: 'Too many attempts; signing in is paused. Try again in {{wait}}.',
  internal:
    'The server failed and nothing was done; what you filled in is still on the page. Try again later, and tell the administrator if it happens again.',
  'engine-failed':
    'The process could not go on and nothing was recorded. Try again later, and tell the administrator if it happens again.',
  'database-unsuitable': 'The server’s database is not set up correctly. Tell the administrator.',
  unavailable: 'The system cannot be used right now and nothing was recorded. Try again in a few minutes.',
};

export const failureTextsEn: Readonly<Record<keyof typeof failureTextsZh, string>> = {
  network:
    'The server did not answer and may not have received this. Check the network and try again; a repeat submits nothing twice.',
  mismatch: 'The page and the server are of different versions. Reload the page.',
  unknown: 'The page failed. Reload it, and tell the administrator if it happens again.',
  someone: 'somebody else',
  byAt: '{{name}} ({{at}})',
  seconds: '{{count}} seconds',
  minutes: '{{count}} minutes',
  allowedFiles: 'JPEG, PNG or PDF',
  someLimit: '5 MB',
  some: 'Some',
};
