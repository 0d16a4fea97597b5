import type { Sequelize } from 'sequelize';
import { Table } from '../table.ts';

export interface DraftRow {
  userId: string;
  studentId: string;
  formKey: string;
  data: string;
  savedAt: number;
}
export interface AttachmentRow {
  id: string;
  studentId: string;
  submissionId: string | null;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  createdBy: string;
  createdAt: number;
}
export interface NoticeRow {
  id: string;
  openedByTask: string;
  closedByTask: string | null;
  instanceId: string;
  submissionId: string;
  studentId: string;
  audienceId: string;
  heading: string;
  studentName: string;
  className: string;
  fields: string;
  opensAt: number;
  closesAt: number | null;
  closedAt: number | null;
}
export interface ArchiveEntryRow {
  id: string;
  appendedByTask: string;
  studentId: string;
  position: number;
  termSlot: number;
  submissionId: string;
  content: string;
  seal: string;
  archivedAt: number;
}
export interface NotificationRow {
  id: string;
  dedupeKey: string;
  userId: string;
  kind: string;
  title: string;
  submissionId: string | null;
  taskId: string | null;
  createdAt: number;
  readAt: number | null;
}
export interface TaskCommentRow {
  id: string;
  taskId: string | null;
  instanceId: string;
  userId: string | null;
  message: string;
  createdAt: number;
}

/** What people write and are shown: drafts, files, notices, archives, messages. */
export function recordTables(s: Sequelize) {
  return {
    drafts: new Table<DraftRow>(s, 'draft', {
      userId: 'id',
      studentId: 'id',
      formKey: 'text',
      data: 'long',
      savedAt: 'instant',
    }),
    attachments: new Table<AttachmentRow>(s, 'attachment', {
      id: 'key',
      studentId: 'id',
      submissionId: 'id',
      name: 'text',
      mediaType: 'text',
      size: 'integer',
      sha256: 'text',
      createdBy: 'id',
      createdAt: 'instant',
    }),
    notices: new Table<NoticeRow>(s, 'notice', {
      id: 'key',
      openedByTask: 'id',
      closedByTask: 'id',
      instanceId: 'id',
      submissionId: 'id',
      studentId: 'id',
      audienceId: 'id',
      heading: 'text',
      studentName: 'text',
      className: 'text',
      fields: 'long',
      opensAt: 'instant',
      closesAt: 'instant',
      closedAt: 'instant',
    }),
    archiveEntries: new Table<ArchiveEntryRow>(s, 'archive_entry', {
      id: 'key',
      appendedByTask: 'id',
      studentId: 'id',
      position: 'integer',
      termSlot: 'integer',
      submissionId: 'id',
      content: 'long',
      seal: 'text',
      archivedAt: 'instant',
    }),
    notifications: new Table<NotificationRow>(s, 'notification', {
      id: 'key',
      dedupeKey: 'text',
      userId: 'id',
      kind: 'text',
      title: 'text',
      submissionId: 'id',
      taskId: 'id',
      createdAt: 'instant',
      readAt: 'instant',
    }),
    taskComments: new Table<TaskCommentRow>(s, 'task_comment', {
      id: 'key',
      taskId: 'id',
      instanceId: 'id',
      userId: 'text',
      message: 'long',
      createdAt: 'instant',
    }),
  };
}
