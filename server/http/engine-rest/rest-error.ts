import type { ErrorCode } from '@oneplan/runtime/contracts/errors.ts';
import { EngineError } from '@oneplan/runtime/engine/engine-error.ts';
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { toAppError } from '../problem.ts';
import { sendJson } from './rest-answer.ts';
import { RestFailure } from './rest-failure.ts';

/** The body of every error answer of the Camunda 7 REST API. */
export interface RestError {
  readonly status: number;
  readonly type: string;
  readonly message: string;
  readonly code: number;
}

/** Camunda's own code of an error that has none. */
const noCode = 0;

/** How our errors are called there; what is not listed keeps its HTTP status as a RestException. */
const dialect: Partial<Record<ErrorCode, { status: number; type: string }>> = {
  'invalid-request': { status: 400, type: 'InvalidRequestException' },
  'payload-too-large': { status: 413, type: 'InvalidRequestException' },
  'media-type-not-allowed': { status: 415, type: 'InvalidRequestException' },
  'not-signed-in': { status: 401, type: 'AuthorizationException' },
  'external-task-not-locked': { status: 400, type: 'RestException' },
  'instance-suspended': { status: 500, type: 'SuspendedEntityInteractionException' },
  'engine-failed': { status: 500, type: 'ProcessEngineException' },
  internal: { status: 500, type: 'ProcessEngineException' },
  unavailable: { status: 503, type: 'ProcessEngineException' },
};

export function restErrorOf(error: unknown, log: Logger): RestError {
  if (error instanceof RestFailure)
    return { status: error.status, type: error.type, message: error.message, code: noCode, ...error.more };
  if (error instanceof EngineError) {
    const ofCaller = error.code === 'VARIABLE';
    return {
      status: ofCaller ? 400 : 500,
      type: ofCaller ? 'InvalidRequestException' : 'ProcessEngineException',
      message: error.message,
      code: noCode,
    };
  }
  const known = toAppError(error, log);
  const { status, type } = dialect[known.code] ?? { status: known.status, type: 'RestException' };
  return { status, type, message: known.message, code: noCode };
}

export function restErrorHandler(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, ...body } = restErrorOf(error, log);
    if (status === 429) {
      const { retryAfter } = (error as { detail?: { retryAfter?: unknown } }).detail ?? {};
      if (typeof retryAfter === 'number') response.setHeader('retry-after', String(retryAfter));
    }
    sendJson(response, status, body);
  };
}
