import type { Endpoint } from '@oneplan/runtime/contracts/endpoint.ts';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Caller } from '../identity/caller.ts';
import type { TargetFacts } from '../identity/targets.ts';

export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The raw body of endpoints that take a file. */
  readonly bytes: Buffer;
  /** Facts about the target that was authorised; null for routes without one. */
  readonly target: TargetFacts | null;
  readonly ifMatch: string | null;
  readonly request: Request;
  readonly response: Response;
  readonly session: { readonly tokenHash: string; readonly csrfToken: string };
}

type Handler<P, Q, B, R> = (context: Context, caller: Caller, input: RouteInput<P, Q, B>) => Promise<R>;

/** One call of several that are answered together. */
export interface TogetherCall<P, Q, B> {
  readonly caller: Caller;
  readonly input: Pick<RouteInput<P, Q, B>, 'params' | 'query' | 'body' | 'target'>;
}

/**
 * Handles several calls of an endpoint in one transaction. Answers null for a call that must be handled by itself:
 * then nothing of it was written.
 */
type TogetherHandler<P, Q, B, R> = (
  context: Context,
  calls: readonly TogetherCall<P, Q, B>[],
) => Promise<readonly (R | null)[]>;

/** An endpoint with what it does. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly handle: Handler<unknown, unknown, unknown, unknown>;
  /** How calls that arrive while others are under way are handled in one transaction; only for idempotent endpoints. */
  readonly together?: {
    readonly handle: TogetherHandler<unknown, unknown, unknown, unknown>;
    /** What two calls of one transaction must not have in common. */
    readonly apart: (call: TogetherCall<unknown, unknown, unknown>) => string | null;
  };
}

/** Binds a handler to its contract; the types of both must fit. Public endpoints get no caller and go through `publicRoute`. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: Handler<z.output<P>, z.output<Q>, z.output<B>, z.input<R>>,
): Route {
  return { endpoint, handle: handle as Handler<unknown, unknown, unknown, unknown> };
}

/** As `route`, for calls that may be handled several in one transaction. */
export function togetherRoute<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: Handler<z.output<P>, z.output<Q>, z.output<B>, z.input<R>>,
  together: TogetherHandler<z.output<P>, z.output<Q>, z.output<B>, z.input<R>>,
  apart: (call: TogetherCall<z.output<P>, z.output<Q>, z.output<B>>) => string | null,
): Route {
  return { ...route(endpoint, handle), together: { handle: together, apart } as Route['together'] };
}
