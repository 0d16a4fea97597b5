/** The package's own types lack the default export that exists at run time. */
declare module '@appthreat/sqlite3' {
  class Database {
    constructor(file: string, mode: number, opened: (error: Error | null) => void);
    configure(option: 'busyTimeout', milliseconds: number): void;
    run(statement: string): this;
  }
  const sqlite: { readonly Database: typeof Database };
  export default sqlite;
}
