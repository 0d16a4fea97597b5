import { AppError, problemOf } from '@oneplan/runtime/contracts/errors.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { translateDriverError } from '../persistence/driver-errors.ts';

interface BodyParserError {
  readonly type?: string;
  readonly status?: number;
}

/** Every error becomes an AppError; what nobody foresaw is logged and told without its inside. */
export function toAppError(error: unknown, log: Logger): AppError {
  const translated = translateDriverError(error);
  if (translated instanceof AppError) return translated;
  if (error instanceof EngineError) return engineProblem(error);
  const { type, status } = (error ?? {}) as BodyParserError;
  if (type === 'entity.too.large')
    return new AppError('payload-too-large', 'The request is larger than this call accepts.');
  if (type === 'entity.parse.failed') return new AppError('invalid-request', 'The body is not valid JSON.');
  if (type === 'charset.unsupported' || type === 'encoding.unsupported')
    return new AppError('media-type-not-allowed', 'Send the body as UTF-8 without compression.');
  if (status !== undefined && status >= 400 && status < 500)
    return new AppError('invalid-request', 'The request could not be read.');
  log.error({ err: error }, 'unexpected error');
  return new AppError(
    'internal',
    'Something went wrong on our side; nothing was changed. Try again, and tell your administrator if it stays.',
    {},
    error,
  );
}

/** The engine refused a command; its message names the element and says why. */
function engineProblem(error: EngineError): AppError {
  const detail = { reason: error.code, elementId: error.elementId };
  const gone = error.code === 'TOKEN_GONE' || error.code === 'INSTANCE_ENDED';
  return new AppError(gone ? 'task-not-open' : 'engine-failed', error.message, detail, error);
}

export function sendProblem(response: Response, error: AppError): void {
  const retryAfter = error.detail.retryAfter;
  if (typeof retryAfter === 'number') response.setHeader('retry-after', String(retryAfter));
  response
    .status(error.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(error)));
}

export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    sendProblem(response, toAppError(error, log));
  };
}
