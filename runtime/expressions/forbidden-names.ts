/** Names that lead from a value to its prototype or constructor; never readable, however they are spelled. */
const PROTOTYPE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Objects of Camunda's Java API: a variable of that name would mean something else there. */
const ENGINE_OBJECTS: ReadonlySet<string> = new Set([
  'execution',
  'task',
  'externalTask',
  'caseExecution',
  'authenticatedUserId',
  'connector',
]);

/** Words that EL reserves and this subset does not offer. */
const RESERVED_WORDS: ReadonlySet<string> = new Set(['instanceof']);

export function isPrototypeName(name: string): boolean {
  return PROTOTYPE_NAMES.has(name);
}

/** Why a top-level name may not be used in an expression, or undefined when it may. */
export function refusalOfName(name: string): string | undefined {
  if (isPrototypeName(name)) return `The name "${name}" is not allowed`;
  if (ENGINE_OBJECTS.has(name))
    return `"${name}" is an object of the Java API and is not available; use process variables only`;
  if (RESERVED_WORDS.has(name)) return `"${name}" is not supported`;
  return undefined;
}
