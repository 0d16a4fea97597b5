import type { Context } from '../context.ts';
import type { Sql, SqlValue } from '../persistence/sql.ts';

/** Picks one statement of a use case. `values` are its parameters; none for an INSERT. */
export type Matches = (statement: string, values: readonly SqlValue[]) => boolean;

export interface PausePoint {
  /** The same ports, but the first statement that matches waits for `resume`. */
  readonly context: Context;
  /** Resolves when that statement is reached. */
  readonly reached: Promise<void>;
  resume(): void;
}

interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

function gate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Stops a use case before, or right after, a statement: so that a test decides who comes first, without sleeping. */
export function pauseAt(context: Context, when: 'before' | 'after', matches: Matches): PausePoint {
  const reached = gate();
  const resumed = gate();
  let armed = true;
  const around = async <T>(
    statement: string,
    values: readonly SqlValue[],
    send: () => Promise<T>,
  ): Promise<T> => {
    if (!armed || !matches(statement, values)) return send();
    armed = false;
    if (when === 'before') {
      reached.open();
      await resumed.opened;
      return send();
    }
    const result = await send();
    reached.open();
    await resumed.opened;
    return result;
  };
  const { sql } = context;
  const paused: Sql = {
    ...sql,
    all: (statement, values = []) => around(statement, values, () => sql.all(statement, values)),
    one: (statement, values = []) => around(statement, values, () => sql.one(statement, values)),
    run: (statement, values = []) => around(statement, values, () => sql.run(statement, values)),
    insert: (table, rows) => around(`INSERT INTO ${table}`, [], () => sql.insert(table, rows)),
    batch: (statements) => {
      const picked = statements.find(({ text, values }) => matches(text, values)) ?? statements[0];
      return around(picked?.text ?? '', picked?.values ?? [], () => sql.batch(statements));
    },
  };
  return { context: { ...context, sql: paused }, reached: reached.opened, resume: resumed.open };
}
