import { decisionReads } from '@oneplan/runtime/decisions/decision-reads.ts';
import { readDecisions } from '@oneplan/runtime/decisions/read-decisions.ts';
import type { ShownDecision } from './read-table.ts';

/** A value that a trial asks for. */
export interface TrialInput {
  /** the variable that the table reads */
  readonly name: string;
  /** As the table calls it. */
  readonly label: string;
  readonly kind: 'text' | 'number' | 'yes-no' | 'date';
  /** Texts that the rules ask for, to choose from. */
  readonly offered: readonly string[];
}

const numbers: ReadonlySet<string | undefined> = new Set(['integer', 'long', 'double', 'number']);

/** What the decisions of a file read from outside it, each once, in the order of the columns. */
export async function trialInputs(
  xml: string,
  tables: readonly ShownDecision[],
): Promise<readonly TrialInput[]> {
  const { decisions } = await readDecisions(xml);
  const found = new Map<string, TrialInput>();
  for (const { decision, elementId, names, label } of decisionReads(decisions))
    for (const name of names) {
      if (found.has(name)) continue;
      const table = tables.find(({ key }) => key === decision);
      const column = table?.inputs.findIndex(({ id }) => id === elementId) ?? -1;
      const input = table?.inputs[column];
      // A column that computes something says nothing of the type of what it reads.
      const plain = input?.source === name ? input : undefined;
      found.set(name, {
        name,
        label: plain ? label : name,
        kind: kindOf(plain?.type),
        offered: plain && table ? textsOf(table.rows.map(({ tests }) => tests[column] ?? '')) : [],
      });
    }
  return [...found.values()];
}

function kindOf(type: string | undefined): TrialInput['kind'] {
  if (numbers.has(type)) return 'number';
  if (type === 'boolean') return 'yes-no';
  return type === 'date' ? 'date' : 'text';
}

function textsOf(cells: readonly string[]): readonly string[] {
  return [...new Set(cells.flatMap((cell) => [...cell.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text)))];
}

/** What was typed as the value of a variable; null: nothing was. */
export function trialValue(kind: TrialInput['kind'], typed: string | undefined): unknown {
  if (typed === undefined || typed === '') return null;
  if (kind === 'number') return Number.isFinite(Number(typed)) ? Number(typed) : typed;
  if (kind === 'yes-no') return typed === 'true';
  return kind === 'date' ? `${typed}T00:00:00` : typed;
}
