import { DataTypes, type ModelAttributeColumnOptions, type QueryInterface } from 'sequelize';

type Column = ModelAttributeColumnOptions;

/** Primary key: UUID v7, made by the server; not guessable (74 random bits), ordered by time for the index. */
export const key = (): Column => ({ type: DataTypes.UUID, primaryKey: true, allowNull: false });
export const ref = (): Column => ({ type: DataTypes.UUID, allowNull: false });
export const optionalRef = (): Column => ({ type: DataTypes.UUID, allowNull: true });
/** Instant: milliseconds since 1970 in UTC. One representation on every database and driver. */
export const instant = (): Column => ({ type: DataTypes.BIGINT, allowNull: false });
export const optionalInstant = (): Column => ({ type: DataTypes.BIGINT, allowNull: true });
/** Calendar date `YYYY-MM-DD` in the jurisdiction's time zone. */
export const date = (): Column => ({ type: DataTypes.DATEONLY, allowNull: false });
export const optionalDate = (): Column => ({ type: DataTypes.DATEONLY, allowNull: true });
export const text = (length: number): Column => ({ type: DataTypes.STRING(length), allowNull: false });
export const optionalText = (length: number): Column => ({ type: DataTypes.STRING(length), allowNull: true });
/** JSON or XML text of any length; parsed by us, because MySQL and MariaDB drivers disagree on JSON columns. */
export const longText = (): Column => ({ type: DataTypes.TEXT('long'), allowNull: false });
export const optionalLongText = (): Column => ({ type: DataTypes.TEXT('long'), allowNull: true });
export const integer = (defaultValue?: number): Column => ({
  type: DataTypes.INTEGER,
  allowNull: false,
  defaultValue,
});
export const optionalInteger = (): Column => ({ type: DataTypes.INTEGER, allowNull: true });
export const flag = (): Column => ({ type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false });
/** A part of a composite primary key. */
export const part = (column: Column): Column => ({ ...column, primaryKey: true });

/** Rows that were there before a column was added get this value. */
export const withDefault = (column: Column, defaultValue: string | number | boolean): Column => ({
  ...column,
  defaultValue,
});

export interface Index {
  readonly fields: readonly string[];
  readonly unique?: true;
}

/**
 * Creates a table with its indexes. Safe to run again after it was cut off at any statement: MySQL commits each
 * DDL statement by itself, so every statement must be repeatable.
 */
export async function createTable(
  query: QueryInterface,
  name: string,
  columns: Record<string, Column>,
  indexes: readonly Index[] = [],
): Promise<void> {
  const plain = query.sequelize.getDialect() === 'sqlite';
  const adapted = Object.fromEntries(
    Object.entries(columns).map(([column, options]) => [
      column,
      plain && isText(options) ? { ...options, type: DataTypes.TEXT } : options,
    ]),
  );
  await query.createTable(name, adapted, { charset: 'utf8mb4', collate: 'utf8mb4_bin', engine: 'InnoDB' });
  await addIndexes(query, name, indexes);
}

/** Adds what a table does not have yet of these columns; each is optional or has a default. Repeatable. */
export async function addColumns(
  query: QueryInterface,
  name: string,
  columns: Record<string, Column>,
): Promise<void> {
  const plain = query.sequelize.getDialect() === 'sqlite';
  const existing = await query.describeTable(name);
  for (const [column, options] of Object.entries(columns)) {
    if (Object.hasOwn(existing, column)) continue;
    await query.addColumn(
      name,
      column,
      plain && isText(options) ? { ...options, type: DataTypes.TEXT } : options,
    );
  }
}

/** Adds what a table does not have yet of these indexes. Repeatable. */
export async function addIndexes(
  query: QueryInterface,
  name: string,
  indexes: readonly Index[],
): Promise<void> {
  const existing = await indexNames(query, name);
  for (const index of indexes) {
    const indexName = `${name}_${index.fields.join('_')}`.slice(0, 60);
    if (existing.has(indexName)) continue;
    await query.addIndex(name, { name: indexName, fields: [...index.fields], unique: index.unique === true });
  }
}

/** Drops indexes by name, those that are there. Repeatable. */
export async function dropIndexes(
  query: QueryInterface,
  name: string,
  indexes: readonly string[],
): Promise<void> {
  const existing = await indexNames(query, name);
  for (const index of indexes) if (existing.has(index)) await query.removeIndex(name, index);
}

async function indexNames(query: QueryInterface, name: string): Promise<Set<string>> {
  return new Set(((await query.showIndex(name)) as { name: string }[]).map((index) => index.name));
}

/** SQLite knows one TEXT; MySQL's default TEXT would end at 64 KB. */
function isText(column: Column): boolean {
  return (column.type as { key?: string }).key === 'TEXT';
}
