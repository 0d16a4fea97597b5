import type { InstanceState, Token } from '@oneplan/runtime/engine/instance-state.ts';

export type VariableValues = Readonly<Record<string, unknown>>;

/** The variables at a token of an instance. */
export interface TokenVariables {
  /** Those of the token alone. */
  readonly local: VariableValues;
  /** All that it sees. */
  readonly visible: VariableValues;
  /** Those of the process that it belongs to: the instance, or the called process that runs inside it. */
  readonly process: VariableValues;
}

/**
 * Variables of the instance are hidden by those of a subprocess around the token, and these by its own. A called
 * process sees nothing of its caller: its variables are the local ones of the call activity.
 */
export function variablesAt(state: InstanceState, token: number): TokenVariables {
  const tokens = new Map(state.t.map((each) => [each.i, each]));
  const own = tokens.get(token);
  const line: Token[] = [];
  let process: VariableValues = state.v;
  for (let at = own; at; at = at.p === undefined ? undefined : tokens.get(at.p)) {
    if (at !== own && at.c !== undefined) {
      process = at.l ?? {};
      break;
    }
    line.unshift(at);
  }
  return {
    local: own?.c === undefined ? (own?.l ?? {}) : {},
    visible: Object.assign(
      {},
      process,
      ...line.map((each) => (each === own && each.c !== undefined ? {} : (each.l ?? {}))),
    ) as VariableValues,
    process,
  };
}
