import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FieldCipher } from '../identity/field-cipher.ts';
import type { SqlValue } from '../persistence/sql.ts';

export type HistoryRow = Readonly<Record<string, SqlValue>>;

/** Tables whose rows belong to one instance, by their column `instance_id`. */
export const historyTables = ['activity', 'task', 'variable_change', 'task_comment'] as const;
export type HistoryTable = (typeof historyTables)[number];

/** All rows of one instance, as the tables have them. */
export interface InstanceRows {
  readonly instance: HistoryRow;
  readonly tables: Readonly<Record<HistoryTable, readonly HistoryRow[]>>;
}

/** Rows of one table: names of the columns once, values without those that are null in every row. */
interface PackedTable {
  readonly c: readonly string[];
  readonly r: readonly (readonly SqlValue[])[];
}
interface Packed {
  readonly v: 1;
  readonly i: PackedTable;
  readonly t: Readonly<Partial<Record<HistoryTable, PackedTable>>>;
}

const field = 'history_instance.content';

/** JSON, deflated, encrypted: it holds variables, remarks and who did what (class C3). Every later release reads it. */
export function packHistory(cipher: FieldCipher, { instance, tables }: InstanceRows): string {
  const t: Partial<Record<HistoryTable, PackedTable>> = {};
  for (const name of historyTables) if (tables[name].length > 0) t[name] = packRows(tables[name]);
  const packed: Packed = { v: 1, i: packRows([instance]), t };
  return cipher.encryptBytes(field, deflateRawSync(JSON.stringify(packed), { level: 9 })).toString('base64');
}

/** Throws when the text was altered or its version is unknown. */
export function unpackHistory(cipher: FieldCipher, content: string): InstanceRows {
  const bytes = cipher.decryptBytes(field, Buffer.from(content, 'base64'));
  const packed = JSON.parse(inflateRawSync(bytes).toString('utf8')) as Packed;
  if (packed.v !== 1) throw new Error(`unknown version of an archived instance: ${packed.v}`);
  const [instance = {}] = unpackRows(packed.i);
  return {
    instance,
    tables: {
      activity: unpackRows(packed.t.activity),
      task: unpackRows(packed.t.task),
      variable_change: unpackRows(packed.t.variable_change),
      task_comment: unpackRows(packed.t.task_comment),
    },
  };
}

function packRows(rows: readonly HistoryRow[]): PackedTable {
  const columns = Object.keys(rows[0] ?? {}).filter(
    (column) => column !== 'instance_id' && rows.some((row) => row[column] != null),
  );
  return { c: columns, r: rows.map((row) => columns.map((column) => row[column] ?? null)) };
}

function unpackRows(packed: PackedTable | undefined): HistoryRow[] {
  if (!packed) return [];
  return packed.r.map((values) =>
    Object.fromEntries(packed.c.map((column, index) => [column, values[index] ?? null])),
  );
}
