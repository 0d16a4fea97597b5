import core from '@formio/core';
import type { FormDefinition } from '../definition.ts';

/** What `@formio/core` makes of a submission. */
export interface ReferenceAnswer {
  readonly threw: boolean;
  /** `path` and the rule under our own name. */
  readonly errors: readonly { readonly path: string; readonly rule: string }[];
  readonly data: unknown;
}

/** Names of rules that differ from ours. */
const RULE_NAMES: Readonly<Record<string, string>> = {
  array: 'multiple',
  array_nonempty: 'multiple',
  nonarray: 'multiple',
  requiredDayEmpty: 'requiredDay',
};

interface ReferenceError {
  readonly ruleName: string;
  readonly errorKeyOrMessage: string;
  readonly context: { readonly path: string };
}

core.Evaluator.noeval = true;

/** Runs the reference as a server does, without author JavaScript. It changes what it is given, so it gets copies. */
export function runReference(form: FormDefinition, data: unknown): ReferenceAnswer {
  const definition = copy(form);
  const context = {
    form: definition,
    components: definition.components,
    data: copy(data),
    scope: {} as { errors?: ReferenceError[] },
    processors: core.Processors,
    config: { server: true },
  };
  const quiet = silence();
  try {
    core.processSync(context as never);
  } catch {
    return { threw: true, errors: [], data: undefined };
  } finally {
    quiet();
  }
  const errors = (context.scope.errors ?? []).map((error) => ({
    path: error.context.path,
    rule: ruleOf(error),
  }));
  return { threw: false, errors, data: context.data };
}

/** Objects of this realm: the reference tells empty objects by their constructor. */
function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

function ruleOf(error: ReferenceError): string {
  if (/^required(?:Day|Month|Year)/.test(error.errorKeyOrMessage)) return 'requiredDay';
  return RULE_NAMES[error.ruleName] ?? error.ruleName;
}

/** The reference talks to the console about data that it does not like. */
function silence(): () => void {
  const { warn, error, log } = console;
  const nothing = (): void => undefined;
  Object.assign(console, { warn: nothing, error: nothing, log: nothing });
  return () => {
    Object.assign(console, { warn, error, log });
  };
}
