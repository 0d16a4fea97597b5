/**
 * Why a call to the engine gave no usable answer:
 * - `refused`: the engine looked at the request and says no (4xx in its own shape); it will say the same again;
 * - `failed`: the engine could not do it (5xx in its own shape): the process may be at fault, or the engine's database;
 *   worth a few tries, not endless ones;
 * - `unavailable`: nobody who knows has answered (refused or broken connection, time-out, an answer that is not the
 *   engine's); to be tried until it succeeds.
 */
export type CamundaErrorKind = 'refused' | 'failed' | 'unavailable';

interface CamundaErrorDetails {
  /** HTTP status; absent when there was no answer. */
  readonly status?: number;
  /** `type` of the engine's error body, e.g. `RestException`. */
  readonly type?: string;
  /** False only when it is certain that the engine has not seen the request. */
  readonly mayHaveHappened: boolean;
  readonly cause?: unknown;
}

/** The one error that leaves this folder. The message holds method and path, never a body. */
export class CamundaError extends Error {
  override readonly name = 'CamundaError';
  readonly kind: CamundaErrorKind;
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly mayHaveHappened: boolean;

  constructor(kind: CamundaErrorKind, message: string, details: CamundaErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.status = details.status;
    this.type = details.type;
    this.mayHaveHappened = details.mayHaveHappened;
  }
}
