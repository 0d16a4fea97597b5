type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** Where workers write what happened; a pino logger fits. */
export interface WorkerLog {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
