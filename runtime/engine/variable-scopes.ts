import type { Variables } from '../expressions/expression.ts';
import { isVariableName } from '../model/variable-name.ts';
import { EngineError } from './engine-error.ts';
import type { Token } from './instance-state.ts';
import type { Run } from './run.ts';

/**
 * Something that holds variables of its own: an activity at rest or, where `called` is set, the process that a
 * call activity has called. Called processes are isolated: nothing inside sees what is around the call.
 */
interface Scope {
  readonly token: Token;
  readonly called: boolean;
}

/** What an expression at a token sees: process variables, hidden by those local to the subprocesses and the token. */
export function visibleVariables(run: Run, token: Token | undefined): Variables {
  return visible(run, scopesOf(run, token));
}

/** What is seen directly inside a token: undefined is the process itself. */
export function variablesInside(run: Run, parent: number | undefined): Variables {
  return visible(run, scopesInside(run, parent));
}

/** Variables that belong to a token itself, those of the process that it calls left out. */
export function localVariables(token: Token): Variables | undefined {
  return token.c === undefined ? token.l : token.c.l;
}

/** A token with other local variables; those of the process that it calls stay. */
export function withLocals(token: Token, locals: Variables): Token {
  return token.c === undefined ? { ...token, l: locals } : { ...token, c: { ...token.c, l: locals } };
}

/**
 * Sets variables as Camunda 7 does: where a variable of that name exists, innermost first, otherwise on the
 * process instance. Reports the change once for each scope.
 */
export function setVariables(run: Run, token: Token | undefined, values: Variables): void {
  setIn(run, scopesOf(run, token), values);
}

/** The same for what is directly inside a token: undefined is the process itself. */
export function setVariablesInside(run: Run, parent: number | undefined, values: Variables): void {
  setIn(run, scopesInside(run, parent), values);
}

function setIn(run: Run, scopes: readonly Scope[], values: Variables): void {
  const changed = new Map<number | undefined, string[]>();
  for (const [name, value] of Object.entries(values)) {
    checkVariable(name, value);
    const last = scopes.at(-1);
    const process = last?.called === true ? last : undefined;
    const holder = scopes.find((scope) => Object.hasOwn(variablesOf(run, scope) ?? {}, name)) ?? process;
    if (holder === undefined) run.setVariable(name, value);
    else write(run, holder, { ...variablesOf(run, holder), [name]: value });
    const names = changed.get(holder?.token.i);
    if (names === undefined) changed.set(holder?.token.i, [name]);
    else names.push(name);
  }
  const process = changed.get(undefined);
  changed.delete(undefined);
  for (const [activity, names] of [...changed, ...(process ? [[undefined, process] as const] : [])])
    run.emit({ type: 'variables-changed', names, ...(activity !== undefined && { activity }) });
}

/** Sets variables on an activity itself (Camunda 7: setVariablesLocal), wherever else they exist. */
export function setLocalVariables(run: Run, token: Token, values: Variables): void {
  for (const [name, value] of Object.entries(values)) checkVariable(name, value);
  const latest = run.latest(token);
  run.rest(withLocals(latest, { ...localVariables(latest), ...values }));
  run.emit({ type: 'variables-changed', names: Object.keys(values), activity: token.i });
}

/** Removes variables where they exist, innermost first, or (local) from the token itself only. */
export function removeVariables(
  run: Run,
  token: Token | undefined,
  names: readonly string[],
  local: boolean,
): void {
  const scopes = scopesOf(run, token);
  for (const name of names) {
    const reachable = local ? scopes.slice(0, 1) : scopes;
    const holder = reachable.find((scope) => Object.hasOwn(variablesOf(run, scope) ?? {}, name));
    if (holder !== undefined) {
      const { [name]: _, ...others } = variablesOf(run, holder) ?? {};
      write(run, holder, others);
      run.emit({ type: 'variables-changed', names: [name], activity: holder.token.i });
    } else if (
      (!local || token === undefined) &&
      scopes.at(-1)?.called !== true &&
      Object.hasOwn(run.variables, name)
    ) {
      run.removeVariable(name);
      run.emit({ type: 'variables-changed', names: [name] });
    }
  }
}

function visible(run: Run, scopes: readonly Scope[]): Variables {
  const last = scopes.at(-1);
  let seen: Variables = last?.called === true ? {} : run.variables;
  for (const scope of scopes.toReversed()) {
    const own = variablesOf(run, scope);
    if (own !== undefined) seen = { ...seen, ...own };
  }
  return seen;
}

function variablesOf(run: Run, { token, called }: Scope): Variables | undefined {
  const latest = run.latest(token);
  return called ? (latest.l ?? {}) : localVariables(latest);
}

function write(run: Run, { token, called }: Scope, variables: Variables): void {
  const latest = run.latest(token);
  run.rest(called ? { ...latest, l: variables } : withLocals(latest, variables));
}

/** The token and what is around it, innermost first; ends with the called process when it is in one. */
function scopesOf(run: Run, token: Token | undefined): Scope[] {
  if (token === undefined) return [];
  return [{ token: run.latest(token), called: false }, ...scopesInside(run, token.p)];
}

function scopesInside(run: Run, parent: number | undefined): Scope[] {
  const found: Scope[] = [];
  let at = parent === undefined ? undefined : run.token(parent);
  while (at !== undefined) {
    const called = at.c !== undefined;
    found.push({ token: at, called });
    at = called || at.p === undefined ? undefined : run.token(at.p);
  }
  return found;
}

/** A variable has to survive being written as JSON. */
export function checkVariable(name: string, value: unknown): void {
  const kind = typeof value;
  const storable = kind === 'string' || kind === 'boolean' || kind === 'object' || Number.isFinite(value);
  if (isVariableName(name) && storable) return;
  const what = storable
    ? 'its name is not allowed'
    : `it holds a value of type ${kind} that JSON cannot hold`;
  throw new EngineError('VARIABLE', `The variable "${name}" cannot be set: ${what}`);
}
