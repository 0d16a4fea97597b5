import type { EffectCall } from '@oneplan/runtime/workers/platform-effects.ts';
import type { Context } from '../../context.ts';
import { audit } from '../../identity/audit.ts';
import { transaction } from '../../persistence/transaction.ts';
import type { ArchiveContent } from '../publicity/get-archive.ts';
import { presentFields, valueAt } from '../records/present-fields.ts';
import { archiveSeal } from './archive-seal.ts';
import {
  componentsFor,
  type EffectSubject,
  lockSubject,
  plannedFor,
  textVariable,
} from './effect-subject.ts';

/**
 * Appends the record to the pupil's archive (档案): the components that the plan lists, in words, at the next position,
 * sealed over itself and the entry before it. Appended by this task already, or the process has ended: nothing changes.
 */
export function appendArchive(context: Context, call: EffectCall): Promise<void> {
  return transaction(context.database, async () => {
    const subject = await lockSubject(context, call);
    const appended = await context.sql.one('SELECT id FROM archive_entry WHERE appended_by_task = ?', [
      call.taskId,
    ]);
    if (!subject || appended) return;
    const { units, record } = subject;
    const content = await contentOf(context, subject, textVariable(call, 'section'));
    const last = await lastEntry(context, units.studentId);
    const id = context.newId();
    await context.sql.insert('archive_entry', [
      {
        id,
        appended_by_task: call.taskId,
        student_id: units.studentId,
        position: last.position + 1,
        term_slot: record.termSlot,
        submission_id: record.id,
        content: context.cipher.encrypt('archive.content', JSON.stringify(content)),
        seal: archiveSeal(content, last.seal),
        archived_at: context.now(),
      },
    ]);
    await audit(context, null, {
      action: 'archive.appended',
      objectKind: 'student',
      objectId: units.studentId,
      orgUnitId: units.class.id,
      detail: { entryId: id, submissionId: record.id, externalTaskId: call.taskId },
    });
  });
}

/** Locks the pupil's row first: two records that are archived at once get positions one after the other. */
async function lastEntry(context: Context, studentId: string): Promise<{ position: number; seal: string }> {
  const { sql } = context;
  await sql.one(`SELECT id FROM student WHERE id = ? ${sql.forUpdate}`, [studentId]);
  const row = await sql.one<{ position: number; seal: string }>(
    'SELECT position, seal FROM archive_entry WHERE student_id = ? ORDER BY position DESC LIMIT 1',
    [studentId],
  );
  return { position: Number(row?.position ?? 0), seal: row?.seal ?? '' };
}

async function contentOf(context: Context, subject: EffectSubject, section: string): Promise<ArchiveContent> {
  const { bundle, record, form } = subject;
  const planned = plannedFor(subject, bundle.manifest.archive, section);
  const plannedForm = bundle.manifest.forms.find((candidate) => candidate.key === record.formKey);
  const dimension = bundle.manifest.dimensions.find((candidate) => candidate.key === plannedForm?.dimension);
  const part = bundle.manifest.parts.find((candidate) => candidate.key === plannedForm?.part);
  return {
    heading: planned.heading,
    formKey: record.formKey,
    formName: form.name,
    dimension: dimension?.name ?? part?.name ?? '',
    title: record.title,
    termSlot: record.termSlot,
    revision: record.revision,
    fields: presentFields(form.definition, record.data, componentsFor(subject, planned.fields)),
    attachments: await attachmentsIn(context, subject, componentsFor(subject, planned.attachments)),
  };
}

/** The record's own uploads that the listed components hold, oldest first. */
async function attachmentsIn(
  context: Context,
  { record }: EffectSubject,
  components: readonly string[],
): Promise<ArchiveContent['attachments']> {
  const held = JSON.stringify(components.map((key) => valueAt(record.data, key) ?? null));
  const uploads = await context.tables.attachments.find(
    { submissionId: record.id },
    { order: [['id', 'ASC']] },
  );
  return uploads
    .filter(({ id }) => held.includes(id))
    .map(({ id, name, mediaType }) => ({ id, name, type: mediaType }));
}
