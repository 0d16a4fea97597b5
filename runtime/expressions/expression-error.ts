/** Where an expression went wrong: while it was read, or while it was evaluated. */
export type ExpressionErrorCode = 'syntax' | 'limit' | 'unknown-variable' | 'forbidden' | 'type' | 'budget';

/**
 * The only error that reading or evaluating an expression throws.
 * `position` is the zero-based offset into `source`; the message names the source and is safe to show.
 */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly code: ExpressionErrorCode;
  readonly source: string;
  readonly position: number;

  constructor(code: ExpressionErrorCode, reason: string, source: string, position: number) {
    super(`${reason} (at character ${position + 1} of "${shorten(source)}")`);
    this.code = code;
    this.source = source;
    this.position = position;
  }
}

function shorten(source: string): string {
  return source.length <= 120 ? source : `${source.slice(0, 117)}...`;
}
