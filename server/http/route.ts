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

/** An endpoint with what it does. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly handle: Handler<unknown, unknown, unknown, unknown>;
}

/** Binds a handler to its contract; the types of both must fit. Public endpoints get no caller and go through `publicRoute`. */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: Handler<z.output<P>, z.output<Q>, z.output<B>, z.input<R>>,
): Route {
  return { endpoint, handle: handle as Handler<unknown, unknown, unknown, unknown> };
}
