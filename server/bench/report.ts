export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly goal: number;
  readonly met: boolean;
}

const round = (value: number) => Number(value.toPrecision(value >= 100 ? 6 : 3));

export const atLeast = (name: string, value: number, goal: number): Goal => ({
  name,
  value: round(value),
  goal,
  // Something that was divided by nothing was not measured.
  met: Number.isFinite(value) && value >= goal,
});

export const atMost = (name: string, value: number, goal: number): Goal => ({
  name,
  value: round(value),
  goal,
  met: value <= goal,
});

/** Prints rows in columns; numbers are rounded and stand to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? show(cell) : cell)));
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...texts.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  console.log(`\n${line(heads)}`);
  for (const row of texts) console.log(line(row));
}

function show(value: number): string {
  if (!Number.isFinite(value)) return '-';
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2);
}

/** The goals as a table, then as the one line of JSON that `scripts/bench.mjs` reads. */
export function printGoals(suite: string, goals: readonly Goal[]): void {
  printTable(
    ['goal', 'value', 'wanted', ''],
    goals.map(({ name, value, goal, met }) => [name, String(value), String(goal), met ? 'met' : 'missed']),
  );
  console.log(JSON.stringify({ suite, goals }));
}
