import type { RosterReport } from '@oneplan/runtime/contracts/api/organisation.ts';
import type { CellRule } from './cell-rules.ts';

export type RosterKind = RosterReport['sheets'][number]['kind'];

export interface Column {
  readonly heading: string;
  /** Other headings that mean the same, compared without regard to case. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly rule: CellRule;
  /** What a report may show of the cell, when that is less than usual. */
  readonly mask?: (text: string) => string;
  /** An example for the template; of nobody. */
  readonly example: string;
}

/** One kind of sheet: its names and columns. */
export interface Sheet<Key extends string = string> {
  readonly kind: RosterKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly columns: Readonly<Record<Key, Column>>;
}

/** A row whose cells have been checked one by one; '' where an optional cell is empty. */
export interface Line<Key extends string = string> {
  readonly sheet: string;
  readonly line: number;
  readonly values: Readonly<Record<Key, string>>;
  /** Some cell is wrong and reported; `values` holds '' for it. */
  readonly bad: boolean;
}

const column =
  (required: boolean) =>
  (
    heading: string,
    aliases: readonly string[],
    rule: CellRule,
    example: string,
    mask?: (text: string) => string,
  ): Column => ({ heading, aliases, required, rule, example, mask });

export const required = column(true);
export const optional = column(false);
