import type { RosterReport } from '@oneplan/runtime/contracts/api/organisation.ts';
import { reportable } from './masking.ts';
import { type RosterRule, ruleMessage } from './rules.ts';
import type { RosterKind } from './sheet.ts';

export type Outcome = 'created' | 'updated' | 'unchanged';

interface Place {
  readonly sheet: string;
  readonly line: number;
  readonly column: string;
  readonly value?: string;
  readonly mask?: (text: string) => string;
}

const maxErrors = 5000;

/** Collects what a preview or an import answers; nothing enters it unmasked. */
export class Report {
  readonly #sheets = new Map<RosterKind, RosterReport['sheets'][number]>();
  readonly #errors: RosterReport['errors'] = [];
  #errorCount = 0;

  sheet(kind: RosterKind, sheet: string, rows: number): void {
    this.#sheets.set(kind, { kind, sheet: reportable(sheet), rows, created: 0, updated: 0, unchanged: 0 });
  }

  count(kind: RosterKind, outcome: Outcome): void {
    const counts = this.#sheets.get(kind);
    if (counts) counts[outcome]++;
  }

  error({ sheet, line, column, value = '', mask }: Place, rule: RosterRule, detail = ''): void {
    this.#errorCount++;
    if (this.#errors.length >= maxErrors) return;
    this.#errors.push({
      sheet: reportable(sheet),
      line,
      // A file without a heading has data where the heading should be.
      column: reportable(column),
      value: reportable(mask ? mask(value) : value),
      rule,
      message: ruleMessage(rule, reportable(detail)),
    });
  }

  get hasErrors(): boolean {
    return this.#errorCount > 0;
  }

  /** Errors by sheet in the order of the file, then by line. */
  result(): RosterReport {
    const order = [...new Set(this.#errors.map((error) => error.sheet))];
    const errors = [...this.#errors].sort(
      (a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet) || a.line - b.line,
    );
    const hidden = this.#errorCount - errors.length;
    const last = errors.at(-1);
    if (hidden > 0 && last) {
      const message = ruleMessage('more-errors', String(hidden));
      errors.push({
        sheet: last.sheet,
        line: last.line,
        column: '',
        value: '',
        rule: 'more-errors',
        message,
      });
    }
    return { sheets: [...this.#sheets.values()], errors };
  }
}
