import type { SqlValue } from '../persistence/sql.ts';

/** A row of the code (`orgUnitId`) as the table has it (`org_unit_id`), for multi-row inserts and updates. */
export function tableRow<Row extends { readonly [K in keyof Row]: SqlValue }>(
  row: Row,
): Record<string, SqlValue> {
  return Object.fromEntries(Object.entries<SqlValue>(row).map(([name, value]) => [columnName(name), value]));
}

function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
