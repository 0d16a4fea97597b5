import type { Endpoint } from '@oneplan/runtime/contracts/endpoint.ts';
import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import { permissions } from '@oneplan/runtime/contracts/permissions.ts';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { authorise } from '../identity/access.ts';
import type { Caller } from '../identity/caller.ts';
import { type TargetFacts, targetLoaders } from '../identity/targets.ts';
import { transaction } from '../persistence/transaction.ts';
import { type CallCombiner, createCallCombiner } from './call-combiner.ts';
import { logFileRead } from './file-read-log.ts';
import { assertKey, idempotently } from './idempotency.ts';
import { assertDepth } from './json-depth.ts';
import type { Route } from './route.ts';
import { assertCsrfToken, assertSameSite, requireSession } from './session-cookie.ts';

const nobody: Caller = { userId: '', name: '', standings: [], studentId: null, childIds: [], holders: [] };
const maxJson = '1500kb';

export interface MountOptions {
  readonly secureCookies: boolean;
}

/**
 * Mounts a route: parse, authenticate, authorise, call, answer. Throws at start when the route names no permission
 * that exists, so that a forgotten check can not go live.
 */
export function mount(app: Express, context: Context, route: Route, options: MountOptions): void {
  const { endpoint } = route;
  if (endpoint.permission !== 'public' && !permissions.includes(endpoint.permission)) {
    throw new Error(`route ${endpoint.id} names no permission: it is not started`);
  }
  const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const combiner = route.together && createCallCombiner(context, route.together);
  app[method](endpoint.path, bodyParser(endpoint), async (request, response) => {
    await handle(context, { ...route, combiner }, options, request, response);
  });
}

function bodyParser(endpoint: Endpoint): RequestHandler {
  return endpoint.rawBody === undefined
    ? express.json({ limit: maxJson, strict: true })
    : express.raw({ limit: endpoint.rawBody, type: () => true });
}

async function handle(
  context: Context,
  route: Route & { readonly combiner: CallCombiner | undefined },
  options: MountOptions,
  request: Request,
  response: Response,
): Promise<void> {
  const { endpoint } = route;
  const isPublic = endpoint.permission === 'public';
  const changes = endpoint.method !== 'GET';
  if (changes) assertSameSite(request);
  const early = isPublic ? undefined : earlyFacts(context, endpoint, request);
  const session = isPublic ? null : await requireSession(context, request, options.secureCookies);
  if (session && changes) assertCsrfToken(request, session.csrfToken);
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  assertDepth(endpoint.rawBody === undefined ? request.body : null);
  const params = parse(endpoint.params, request.params, 'path');
  const query = parse(endpoint.query, request.query, 'query');
  const body = parse(endpoint.body, endpoint.rawBody === undefined ? (request.body ?? {}) : {}, 'body');
  const caller = session?.caller ?? nobody;
  const targetRef = endpoint.target
    ? { kind: endpoint.target.kind, id: targetId(endpoint.target.from, { params, query, body }) }
    : null;
  const target = isPublic
    ? null
    : await authorise(
        context,
        caller,
        endpoint.permission as Exclude<Endpoint['permission'], 'public'>,
        targetRef,
        early,
      );
  if (target && targetRef) await logFileRead(context, caller, endpoint, targetRef.id, target);
  const ifMatch = endpoint.ifMatch ? requireIfMatch(request) : null;
  const call = () =>
    route.handle(context, caller, {
      params,
      query,
      body,
      bytes,
      target: target as TargetFacts | null,
      ifMatch,
      request,
      response,
      session: { tokenHash: session?.tokenHash ?? '', csrfToken: session?.csrfToken ?? '' },
    });
  if (endpoint.idempotent) {
    const key = assertKey(request.get('idempotency-key'));
    const content = Buffer.concat([Buffer.from(`${request.originalUrl}\n${JSON.stringify(body)}\n`), bytes]);
    const asked = { userId: caller.userId, key, endpoint: endpoint.id, content };
    const alone = () => idempotently(context, asked, call);
    const answer = route.combiner
      ? await route.combiner.send({ caller, input: { params, query, body, target }, asked, alone })
      : await alone();
    if (answer.repeated) response.setHeader('idempotent-replay', 'true');
    response.status(answer.status).type('application/json').send(answer.body);
    return;
  }
  // Files are read and rewritten before the use case opens its own transaction: nobody waits for a picture.
  const ownTransaction = isPublic || endpoint.rawBody !== undefined;
  const answer = changes && !ownTransaction ? await transaction(context.database, call) : await call();
  if (!response.headersSent && !response.writableEnded && answer !== undefined) response.json(answer);
}

/** Tasks are asked for most often: what authorisation needs of one is read in the same round trip as the session. */
function earlyFacts(
  context: Context,
  { target }: Endpoint,
  { params }: Request,
): Promise<TargetFacts | null> | undefined {
  if (target?.kind !== 'task' || target.from !== 'params.id') return undefined;
  const id = params.id;
  if (typeof id !== 'string' || !z.uuid().safeParse(id).success) return undefined;
  const facts = targetLoaders.task(context, id);
  // Whoever is not signed in is refused before anybody looks at it.
  facts.catch(() => undefined);
  return facts;
}

function parse<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ path: [where, ...issue.path].join('.'), message: issue.message }));
  const first = problems[0];
  throw new AppError(
    'invalid-request',
    `The request is not as this call expects it: ${first?.path} ${first?.message}.`,
    { problems },
  );
}

function targetId(from: string, input: { params: unknown; query: unknown; body: unknown }): string {
  const [place, name] = from.split('.') as ['params' | 'query' | 'body', string];
  const value = (input[place] as Record<string, unknown>)[name];
  if (typeof value !== 'string') throw new AppError('invalid-request', `The request names no ${name}.`);
  return value;
}

function requireIfMatch(request: Request): string {
  const value = request.get('if-match');
  if (!value)
    throw new AppError(
      'if-match-missing',
      'Send If-Match with the ETag that you read, so that nobody’s work is overwritten.',
    );
  return value;
}
