import { type ErrorCode, errorCodes, type Problem } from '../../contracts/errors.ts';

/** The server said no: the problem document (RFC 9457) of its answer. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ErrorCode;
  readonly status: number;
  /** What the problem is about: every member of the document beyond RFC 9457’s own. */
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    status: number,
    title: string,
    detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

/** No answer came: offline, refused, cut off or timed out. Whether the server acted is unknown. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';

  constructor(cause?: unknown) {
    super('No answer came from the server', { cause });
  }
}

/** The answer was not what the contract says: the page and the server are of different versions. */
export class AnswerMismatch extends Error {
  override readonly name = 'AnswerMismatch';
  readonly endpointId: string;

  constructor(endpointId: string, cause?: unknown) {
    super(`The answer to ${endpointId} does not match its contract`, { cause });
    this.endpointId = endpointId;
  }
}

export function isProblem(error: unknown, ...codes: readonly ErrorCode[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value);
}

/**
 * The problem in an error answer. A body that is no problem document (a proxy’s page, an empty body) becomes
 * the code that its status stands for.
 */
export function problemFrom(status: number, body: unknown): ApiProblem {
  if (typeof body === 'object' && body !== null) {
    const { type: _type, title, status: _status, code, ...detail } = body as Partial<Problem>;
    if (isErrorCode(code)) {
      return new ApiProblem(code, status, typeof title === 'string' ? title : code, detail);
    }
  }
  return new ApiProblem(codeForStatus(status), status, `HTTP ${status}`);
}

function codeForStatus(status: number): ErrorCode {
  if (status === 502 || status === 503 || status === 504) {
    return 'unavailable';
  }
  const found = Object.entries(errorCodes).find(([, { status: of }]) => of === status)?.[0];
  return isErrorCode(found) ? found : status >= 500 ? 'internal' : 'invalid-request';
}
