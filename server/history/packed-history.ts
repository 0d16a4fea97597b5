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

/**
 * Text that nearly every archived instance repeats, the most frequent last: a small JSON deflates to half with it.
 * Part of version 1 of the format: never change a character of it.
 */
const dictionary = Buffer.from(
  [
    '"cancelled","completed","student","none","open","pending","resolved"',
    '"task_comment":{"c":["id","task_id","user_id","message","created_at"],"r":[[',
    'boundaryTimer boundaryMessage boundarySignal boundaryError boundaryEscalation intermediateTimer intermediateMessageCatch',
    'intermediateSignalCatch intermediateSignalThrow intermediateNoneThrowEvent receiveTask sendTask scriptTask manualTask task',
    'businessRuleTask callActivity inclusiveGateway eventBasedGateway parallelGateway multiInstanceBody startTimerEvent messageStartEvent',
    'signalStartEvent errorEndEvent terminateEndEvent escalationEndEvent signalEndEvent messageEndEvent subProcess',
    '"variable_change":{"c":["revision","activity","changes","actor_id","changed_at"],"r":[[1,0,"{\\"',
    '\\":\\"confirmed\\",\\"remark\\":null,\\"outcome\\":\\"returned\\",\\"initiator\\":\\"',
    '{"v":1,"i":{"c":["id","definition_id","bundle_id","business_key","subject_kind","subject_id","state","revision","status",',
    '"started_by","started_at","ended_at","process_key","tenant_id","suspended","suspended_at"],"r":[["',
    '"{\\"v\\":{\\"},\\"t\\":[],\\"n\\":1,\\"e\\":\\"completed\\"}",',
    ']]},"t":{"activity":{"c":["activity","parent","element_id","element_type","name","via","task_id","actor_id","started_at",',
    '"ended_at","canceled","process_key","called_process_key","called_business_key"],"r":[[1,null,"start","startEvent",',
    ']]},"task":{"c":["id","token","element_id","name","form_key","bundle_id","submission_id","student_id","school_id","class_id",',
    '"title","assignee_id","holders","priority","round","due_at","created_at","status","ended_at","ended_by","owner_id","delegation",',
    '"follow_up_at","process_key","tenant_id","claimed_at","signs_for"],"r":[["","[\\"role:class-teacher@","[\\"group:evaluation@",50,1,',
    'noneEndEvent","exclusiveGateway","subProcess","userTask","serviceTask",null,null,0],[null,null,1],["01a1-7',
  ].join(''),
);

/** JSON, deflated, encrypted: it holds variables, remarks and who did what (class C3). Every later release reads it. */
export function packHistory(cipher: FieldCipher, { instance, tables }: InstanceRows): string {
  const t: Partial<Record<HistoryTable, PackedTable>> = {};
  for (const name of historyTables) if (tables[name].length > 0) t[name] = packRows(tables[name]);
  const packed: Packed = { v: 1, i: packRows([instance]), t };
  return cipher
    .encryptBytes(field, deflateRawSync(JSON.stringify(packed), { level: 9, dictionary }))
    .toString('base64');
}

/** Throws when the text was altered or its version is unknown. */
export function unpackHistory(cipher: FieldCipher, content: string): InstanceRows {
  const bytes = cipher.decryptBytes(field, Buffer.from(content, 'base64'));
  const packed = JSON.parse(inflateRawSync(bytes, { dictionary }).toString('utf8')) as Packed;
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
