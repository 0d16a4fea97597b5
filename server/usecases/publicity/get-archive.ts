import type { getArchive as contract } from '@oneplan/runtime/contracts/api/publicity.ts';
import type { z } from 'zod';
import type { Context } from '../../context.ts';
import { findBundleFor, loadBundle } from '../../persistence/published-bundle.ts';
import { lastUnits } from '../../persistence/subject-units.ts';

type Answer = z.input<typeof contract.response>;

/** What `archive.append` sealed for one record. */
export interface ArchiveContent {
  readonly heading: string;
  readonly formKey: string;
  readonly formName: string;
  readonly dimension: string;
  readonly title: string;
  readonly termSlot: number;
  readonly revision: number;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly type: string }[];
}

export async function getArchive(context: Context, studentId: string): Promise<Answer> {
  const units = await lastUnits(context, studentId);
  const bundleId = await findBundleFor(context, {
    orgUnitPath: units.path,
    stage: units.stage,
    entryCohort: units.entryCohort,
  });
  const manifest = bundleId === null ? null : (await loadBundle(context, bundleId)).manifest;
  const rows = await context.tables.archiveEntries.find({ studentId }, { order: [['position', 'ASC']] });
  const entries = rows.map((row) => {
    const content = JSON.parse(context.cipher.decrypt('archive.content', row.content)) as ArchiveContent;
    return {
      id: row.id,
      termSlot: row.termSlot,
      termName: manifest?.termSlots.find((slot) => slot.slot === row.termSlot)?.name ?? String(row.termSlot),
      dimension: content.dimension,
      formName: content.formName,
      title: content.title,
      fields: content.fields.map((field) => ({ ...field })),
      attachments: content.attachments.map((file) => ({ ...file, url: `/api/attachments/${file.id}` })),
      recordId: row.submissionId,
      archivedAt: new Date(Number(row.archivedAt)).toISOString(),
      seal: row.seal,
    };
  });
  return {
    student: {
      id: studentId,
      name: units.studentName,
      className: units.class.name,
      schoolName: units.school.name,
    },
    sealed: false,
    dimensions: (manifest?.dimensions ?? []).map((dimension) => ({
      name: dimension.name,
      count: entries.filter((entry) => entry.dimension === dimension.name).length,
    })),
    entries,
  };
}
