import type { Context } from '../../context.ts';
import type { SqlValue } from '../../persistence/sql.ts';
import type { FieldValues, FilterField } from './filter-field.ts';
import type { VariableScope, VariableTest } from './variable-test.ts';

export type QueryRow = Readonly<Record<string, SqlValue>>;

/** Everything that may be asked of a kind of rows: nothing outside these maps ever reaches the database. */
export interface EngineQuery {
  /** Columns of a row. */
  readonly select: string;
  /** Tables, with what always holds. */
  readonly from: string;
  readonly always?: string;
  /** Column that is unique: the last criterion of every order. */
  readonly key: string;
  readonly filters: Readonly<Record<string, FilterField>>;
  readonly orders: Readonly<Record<string, string>>;
  /** Filters on variables, with the columns that name the instance and the token whose variables are meant. */
  readonly variableFilters?: Readonly<Record<string, VariableScope>>;
  readonly instanceColumn?: string;
  readonly tokenColumn?: string;
  /** The same for rows that were moved into another table: both are one list. Variables are not looked for there. */
  readonly also?: EngineQuery | undefined;
  /** Rows that were moved out of the tables, before any filter, as far as the filters name where to look for them. */
  readonly archived?: undefined | ((context: Context, filters: FilterValues) => Promise<readonly QueryRow[]>);
}

export type FilterValues = Readonly<Record<string, FieldValues[keyof FieldValues] | undefined>>;

export interface QueryRequest {
  readonly filters: FilterValues;
  /** At least one of them must hold, in each member. */
  readonly any: readonly FilterValues[];
  readonly variables: readonly VariableTest[];
  readonly order: readonly { readonly by: string; readonly descending: boolean }[];
  readonly first: number;
  readonly max: number;
}
