import { CamundaError } from './engine-error.ts';

/** Errors of the engine that a repeat overcomes: a lost race, or its database is away. */
const passing = new Set(['OptimisticLockingException', 'ProcessEnginePersistenceException']);
/** Statuses that say nothing about the request itself: credentials to be mended, a throttle, a time-out on the way. */
const passingStatuses = new Set([401, 403, 407, 408, 425, 429]);

/**
 * The JSON of a successful answer (undefined for an empty one). Throws CamundaError otherwise. A 4xx or 5xx counts as
 * the engine's word only when its body has the engine's shape: proxies and starting servlet containers answer 404 and
 * 500 as well, and know nothing.
 */
export function readAnswer(call: string, status: number, text: string): unknown {
  const body = parse(text);
  if (status >= 200 && status < 300) {
    if (text === '') return undefined;
    if (body === undefined)
      throw new CamundaError('unavailable', `${call}: the answer is no JSON`, {
        status,
        mayHaveHappened: true,
      });
    return body;
  }
  const said = engineError(body);
  const message = `${call}: ${status}${said ? ` ${said.type}: ${said.message}` : ''}`;
  const details = { status, ...(said ? { type: said.type } : {}), mayHaveHappened: status >= 500 };
  if (!said || passing.has(said.type) || passingStatuses.has(status))
    throw new CamundaError('unavailable', message, details);
  throw new CamundaError(status < 500 ? 'refused' : 'failed', message, details);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function engineError(body: unknown): { type: string; message: string } | null {
  if (typeof body !== 'object' || body === null) return null;
  const { type, message } = body as { type?: unknown; message?: unknown };
  // A servlet container answers unknown paths with this; the engine itself never does for its own ones.
  if (type === 'NotFoundException' && message === 'HTTP 404 Not Found') return null;
  return typeof type === 'string' && type !== '' ? { type, message: String(message ?? '') } : null;
}
