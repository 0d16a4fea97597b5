import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import { isRetryable } from '../persistence/driver-errors.ts';

const maxErrorMessage = 500;
const firstDelay = 30_000;
const longestDelay = 3_600_000;

/** How long to wait before the next try: 30 s, 2 min, 8 min, … up to an hour. `failures` counts from 1. */
export function backOff(failures: number): number {
  return Math.min(firstDelay * 4 ** (failures - 1), longestDelay);
}

const notItsFault: ReadonlySet<string> = new Set(['unavailable', 'instance-suspended']);

/** True: the work itself did nothing wrong; it lost a race or the database was away. Costs no retry. */
export function isNobodysFault(error: unknown): boolean {
  return isRetryable(error) || (error instanceof AppError && notItsFault.has(error.code));
}

/** True: what the work was for is gone; somebody else did it, or it is not needed any more. */
export function isOver(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'TOKEN_GONE' || error.code === 'INSTANCE_ENDED');
}

/** What is kept of an error beside the work that failed. */
export function errorMessageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return Array.from(message).slice(0, maxErrorMessage).join('');
}

/** What may be logged of an error: messages of ours may name a pupil, so only their code is. */
export function loggable(error: unknown): Record<string, unknown> {
  return error instanceof AppError ? { code: error.code, detail: error.detail } : { err: error };
}
