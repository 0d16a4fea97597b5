import type { QueryRow } from '../../usecases/engine-queries/engine-query.ts';
import { instanceIdOf } from '../../usecases/engine-queries/instance-id.ts';
import { camundaDate } from './camunda-date.ts';

/** Columns of a row as members of an answer. */
export const text = (row: QueryRow, column: string): string => String(row[column] ?? '');
export const textOrNull = (row: QueryRow, column: string): string | null => {
  const value = row[column];
  return value === null || value === undefined || value === '' ? null : String(value);
};
export const number = (row: QueryRow, column: string): number => Number(row[column] ?? 0);
export const flag = (row: QueryRow, column: string): boolean => Boolean(Number(row[column] ?? 0));
export const date = (row: QueryRow, column: string): string | null => {
  const value = row[column];
  return value === null || value === undefined ? null : camundaDate(Number(value));
};
export const numberOrNull = (row: QueryRow, column: string): number | null =>
  row[column] === null || row[column] === undefined ? null : number(row, column);
/** Id of the instance that a row belongs to: a called process is one of its own. */
export const instanceId = (row: QueryRow): string =>
  instanceIdOf({ rootId: text(row, 'instance_id'), calledBy: numberOrNull(row, 'called_by') });
export const duration = (row: QueryRow, from: string, to: string): number | null =>
  row[to] === null || row[to] === undefined ? null : number(row, to) - number(row, from);
