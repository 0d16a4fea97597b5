import type { Context } from '../../context.ts';

export type RecordData = Readonly<Record<string, unknown>>;

/** What is recorded of a pupil is class C3 and lies encrypted in the database, bound to its column. */
export function sealData(context: Context, column: DataColumn, data: RecordData): string {
  return context.cipher.encrypt(column, JSON.stringify(data));
}

export function openData(context: Context, column: DataColumn, sealed: string): RecordData {
  return JSON.parse(context.cipher.decrypt(column, sealed)) as RecordData;
}

export type DataColumn = 'submission.data' | 'task-submission.data' | 'draft.data';
