import type { InstanceState, Token } from '../../engine/instance-state.ts';

/**
 * The same text for states from which the same can happen: numbers of tokens are counted anew, and the due times of
 * repeating timers are left out, because time does not pass while paths are explored.
 */
export function stateKey(state: InstanceState): string {
  const numbers = new Map(state.t.map(({ i }, index) => [i, index + 1]));
  const number = (token: number | undefined) => (token === undefined ? undefined : (numbers.get(token) ?? 0));
  const tokens = state.t.map(({ i, p, h, d, ...rest }: Token) => [number(i), number(p), number(h), rest]);
  return JSON.stringify([state.e ?? '', sorted(state.v), tokens]);
}

function sorted(variables: InstanceState['v']): readonly (readonly [string, unknown])[] {
  return Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1));
}
