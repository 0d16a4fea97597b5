import type { Variables } from '../expressions/expression.ts';
import { isVariableName } from '../model/variable-name.ts';
import { EngineError } from './engine-error.ts';
import type { Token } from './instance-state.ts';
import type { Run } from './run.ts';

/** What an expression at a token sees: process variables, hidden by those local to the subprocesses and the token. */
export function visibleVariables(run: Run, token: Token | undefined): Variables {
  let seen: Variables = run.variables;
  for (const { l } of chain(run, token).reverse()) if (l !== undefined) seen = { ...seen, ...l };
  return seen;
}

/**
 * Sets variables as Camunda 7 does: where a variable of that name exists, innermost first, otherwise on the
 * process instance. Reports the change once.
 */
export function setVariables(run: Run, token: Token | undefined, values: Variables): void {
  const changed: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    checkVariable(name, value);
    const holder = chain(run, token).find(({ l }) => l !== undefined && Object.hasOwn(l, name));
    if (holder === undefined) {
      run.setVariable(name, value);
      changed.push(name);
    } else {
      run.rest({ ...holder, l: { ...holder.l, [name]: value } });
      run.emit({ type: 'variables-changed', names: [name], activity: holder.i });
    }
  }
  if (changed.length > 0) run.emit({ type: 'variables-changed', names: changed });
}

/** The token and the subprocess tokens around it, innermost first. */
function chain(run: Run, token: Token | undefined): Token[] {
  const found: Token[] = [];
  let at = token === undefined ? undefined : run.latest(token);
  while (at !== undefined) {
    found.push(at);
    at = at.p === undefined ? undefined : run.token(at.p);
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
