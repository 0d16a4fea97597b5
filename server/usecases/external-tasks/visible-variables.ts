import type { InstanceState, Token } from '@oneplan/runtime/engine/instance-state.ts';

export type VariableValues = Readonly<Record<string, unknown>>;

/** The variables at a token of an instance: those of the token alone, and all that it sees. */
export interface TokenVariables {
  readonly local: VariableValues;
  readonly visible: VariableValues;
}

/** Variables of the instance are hidden by those of a subprocess around the token, and these by its own. */
export function variablesAt(state: InstanceState, token: number): TokenVariables {
  const tokens = new Map(state.t.map((each) => [each.i, each]));
  const line: Token[] = [];
  for (let at = tokens.get(token); at; at = at.p === undefined ? undefined : tokens.get(at.p))
    line.unshift(at);
  return {
    local: line.at(-1)?.l ?? {},
    visible: Object.assign({}, state.v, ...line.map(({ l }) => l ?? {})) as VariableValues,
  };
}
