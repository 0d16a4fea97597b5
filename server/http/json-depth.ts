import { AppError } from '@oneplan/runtime/contracts/errors.ts';

/** Deeper than any form's data (20 levels) or any request of ours; what walks a body may then recurse. */
const deepest = 64;

/** Throws `invalid-request` for a body nested deeper than 64 levels; does not recurse itself. */
export function assertDepth(body: unknown): void {
  let level: object[] = typeof body === 'object' && body !== null ? [body] : [];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) {
      throw new AppError('invalid-request', `The body is nested deeper than ${deepest} levels.`, { deepest });
    }
    level = level.flatMap((value) =>
      Object.values(value).filter((inner): inner is object => typeof inner === 'object' && inner !== null),
    );
  }
}
