import type { QueryInterface } from 'sequelize';
import {
  createTable,
  instant,
  integer,
  key,
  longText,
  optionalInstant,
  optionalRef,
  optionalText,
  part,
  ref,
  text,
} from './columns.ts';

/**
 * What people filled in: submissions with every revision, drafts, attachments, notices, archive, messages.
 * `data` and `content` are encrypted: most pupils are under 14, so all that is recorded of them is class C3.
 */
export async function up(query: QueryInterface): Promise<void> {
  await createTable(
    query,
    'submission',
    {
      id: key(),
      bundle_id: ref(),
      form_key: text(100),
      student_id: ref(),
      school_id: ref(),
      class_id: ref(),
      term_slot: integer(),
      instance_id: ref(),
      title: text(200),
      state: text(20),
      revision: integer(1),
      data: longText(),
      created_by: ref(),
      created_at: instant(),
      updated_at: instant(),
    },
    [
      { fields: ['student_id', 'term_slot'] },
      { fields: ['instance_id'] },
      { fields: ['class_id', 'state'] },
      { fields: ['school_id', 'state'] },
    ],
  );
  await createTable(query, 'submission_revision', {
    submission_id: part(ref()),
    revision: part(integer()),
    data: longText(),
    author_id: ref(),
    task_id: optionalRef(),
    element_id: optionalText(100),
    created_at: instant(),
  });
  await createTable(
    query,
    'task_submission',
    {
      /** What was filled into a task's own form, e.g. a decision with its remark. */
      task_id: part(ref()),
      submission_id: optionalRef(),
      form_key: text(100),
      data: longText(),
      outcome: optionalText(60),
      record_revision: integer(),
      author_id: ref(),
      created_at: instant(),
    },
    [{ fields: ['submission_id', 'created_at'] }],
  );
  await createTable(query, 'draft', {
    user_id: part(ref()),
    student_id: part(ref()),
    form_key: part(text(100)),
    data: longText(),
    saved_at: instant(),
  });
  await createTable(
    query,
    'attachment',
    {
      id: key(),
      student_id: ref(),
      submission_id: optionalRef(),
      name: text(200),
      media_type: text(60),
      size: integer(),
      /** SHA-256 of the stored bytes; the place in the file store, and what finds the same certificate twice. */
      sha256: text(64),
      created_by: ref(),
      created_at: instant(),
    },
    [{ fields: ['student_id'] }, { fields: ['submission_id'] }, { fields: ['sha256'] }],
  );
  await createTable(
    query,
    'notice',
    {
      id: key(),
      /** The external task that opened it: opening again changes nothing. */
      opened_by_task: ref(),
      closed_by_task: optionalRef(),
      instance_id: ref(),
      submission_id: ref(),
      student_id: ref(),
      audience_id: ref(),
      heading: text(200),
      student_name: text(100),
      class_name: text(100),
      fields: longText(),
      opens_at: instant(),
      closes_at: optionalInstant(),
      closed_at: optionalInstant(),
    },
    [
      { fields: ['opened_by_task'], unique: true },
      { fields: ['audience_id', 'closed_at', 'opens_at'] },
      { fields: ['instance_id'] },
      { fields: ['submission_id'] },
    ],
  );
  await createTable(
    query,
    'archive_entry',
    {
      id: key(),
      /** The external task that appended it: appending again changes nothing. */
      appended_by_task: ref(),
      student_id: ref(),
      /** Position in the pupil's archive, from 1 without gaps. */
      position: integer(),
      term_slot: integer(),
      submission_id: ref(),
      content: longText(),
      seal: text(64),
      archived_at: instant(),
    },
    [
      { fields: ['appended_by_task'], unique: true },
      { fields: ['student_id', 'position'], unique: true },
    ],
  );
  await createTable(
    query,
    'notification',
    {
      id: key(),
      /** `<external task>:<recipient>`: notifying again changes nothing. */
      dedupe_key: text(120),
      user_id: ref(),
      kind: text(60),
      title: text(200),
      submission_id: optionalRef(),
      task_id: optionalRef(),
      created_at: instant(),
      read_at: optionalInstant(),
    },
    [{ fields: ['dedupe_key'], unique: true }, { fields: ['user_id', 'created_at'] }],
  );
}
