/**
 * Every error a caller may meet, as data: one line a code, with the HTTP status and who must act.
 * `user`: can be mended by whoever sent the request; `operator`: needs the people who run the server.
 */
export const errorCodes = {
  'invalid-request': { status: 400, actor: 'user' },
  'idempotency-key-missing': { status: 400, actor: 'user' },
  'not-signed-in': { status: 401, actor: 'user' },
  'sign-in-failed': { status: 401, actor: 'user' },
  forbidden: { status: 403, actor: 'user' },
  'csrf-token-invalid': { status: 403, actor: 'user' },
  'not-found': { status: 404, actor: 'user' },
  'task-already-completed': { status: 409, actor: 'user' },
  'task-not-open': { status: 409, actor: 'user' },
  'idempotency-key-reused': { status: 409, actor: 'user' },
  'idempotency-key-in-use': { status: 409, actor: 'user' },
  'external-task-not-locked': { status: 409, actor: 'user' },
  'record-cap-reached': { status: 409, actor: 'user' },
  'plan-not-accepted': { status: 409, actor: 'user' },
  'plan-not-published': { status: 409, actor: 'user' },
  'student-frozen': { status: 409, actor: 'user' },
  'instance-suspended': { status: 409, actor: 'user' },
  'instance-ended': { status: 409, actor: 'user' },
  'engine-waiting': { status: 409, actor: 'user' },
  'task-taken': { status: 409, actor: 'user' },
  'task-not-claimed': { status: 409, actor: 'user' },
  'task-delegated': { status: 409, actor: 'user' },
  'task-not-delegated': { status: 409, actor: 'user' },
  'task-is-signature': { status: 409, actor: 'user' },
  'task-not-signature': { status: 409, actor: 'user' },
  'signer-asked-already': { status: 409, actor: 'user' },
  'signer-not-asked': { status: 409, actor: 'user' },
  'return-not-possible': { status: 409, actor: 'user' },
  'withdraw-not-possible': { status: 409, actor: 'user' },
  'take-back-not-possible': { status: 409, actor: 'user' },
  'modification-not-possible': { status: 409, actor: 'user' },
  'migration-not-possible': { status: 409, actor: 'user' },
  'reminded-already': { status: 409, actor: 'user' },
  'nobody-to-remind': { status: 409, actor: 'user' },
  'person-not-eligible': { status: 422, actor: 'user' },
  'opinion-missing': { status: 422, actor: 'user' },
  conflict: { status: 409, actor: 'user' },
  'revision-stale': { status: 412, actor: 'user' },
  'payload-too-large': { status: 413, actor: 'user' },
  'media-type-not-allowed': { status: 415, actor: 'user' },
  'validation-failed': { status: 422, actor: 'user' },
  'plan-invalid': { status: 422, actor: 'user' },
  'roster-invalid': { status: 422, actor: 'user' },
  'if-match-missing': { status: 428, actor: 'user' },
  throttled: { status: 429, actor: 'user' },
  internal: { status: 500, actor: 'operator' },
  'engine-failed': { status: 500, actor: 'operator' },
  'database-unsuitable': { status: 500, actor: 'operator' },
  unavailable: { status: 503, actor: 'operator' },
} as const satisfies Record<string, { status: number; actor: 'user' | 'operator' }>;

export type ErrorCode = keyof typeof errorCodes;

/** What an error is about; goes to the caller as it is, so it must hold no personal data beyond ids. */
export type ErrorDetail = Readonly<Record<string, unknown>>;

/**
 * The one error that leaves a use case. `message` is one English sentence that names the thing, says why and
 * what to do; the interface translates by `code` and `detail`.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}

/** RFC 9457 problem document: the body of every error answer under `/api`. */
export interface Problem extends ErrorDetail {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
}

export function problemOf(error: AppError): Problem {
  return {
    ...error.detail,
    type: `urn:oneplan:error:${error.code}`,
    title: error.message,
    status: error.status,
    code: error.code,
  };
}
