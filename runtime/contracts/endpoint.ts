import type { z } from 'zod';
import type { Permission, TargetKind } from './permissions.ts';

/**
 * One call of the HTTP API, as data. Server routes, the browser's client and the OpenAPI document are all made
 * from it, so that they cannot disagree.
 */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** Stable name, `noun.verb`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Express path; parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  /** `public` needs no session. Everything else is denied unless the policy table grants it. */
  readonly permission: Permission | 'public';
  /** Where the target's id comes from: a path parameter or a query parameter. Absent: the caller's own things. */
  readonly target?: {
    readonly kind: TargetKind;
    readonly from: `params.${string}` | `query.${string}` | `body.${string}`;
  };
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  /** The call requires an `Idempotency-Key` header; a repeat answers with the stored answer. */
  readonly idempotent?: true;
  /** The call requires `If-Match` with the ETag that was read. */
  readonly ifMatch?: true;
  /** The body is the file itself, up to this many bytes, not JSON. */
  readonly rawBody?: number;
}

export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  return definition;
}
