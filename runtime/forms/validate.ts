import { RuleBudgetError } from '../rules/json-logic.ts';
import type { CompiledForm } from './compile.ts';
import { isPlainObject } from './definition.ts';
import type { FormError } from './form-error.ts';
import { Frame } from './frame.ts';
import { type Run, VISIBLE } from './processing.ts';
import { NO_PARAMS, type RuleParams } from './rule.ts';
import type { Row } from './slot.ts';
import { INTAKE_LIMITS, IntakeError, type IntakeLimits, takeIn } from './submission-intake.ts';

export interface ValidateOptions {
  /** Replaces the usual limits of a submission. */
  readonly limits?: Partial<IntakeLimits>;
}

export interface Validation {
  readonly valid: boolean;
  /** In the order of the form; fields before the container or grid that they stand in. */
  readonly errors: readonly FormError[];
  /**
   * What may be stored: known components only, defaults and calculations in, hidden values out. Shares nothing
   * with what was handed in. Not to be stored where `valid` is false.
   */
  readonly data: Record<string, unknown>;
}

/**
 * Validates a submission's data against a compiled form and cleans it. Never throws on data, whatever it holds,
 * and never changes it; a value of a type that its component cannot hold is an error at its path.
 */
export function validate(compiled: CompiledForm, data: unknown, options: ValidateOptions = {}): Validation {
  let taken: unknown;
  try {
    taken = takeIn(data, { ...INTAKE_LIMITS, ...options.limits });
  } catch (error) {
    if (error instanceof IntakeError) return refused(error.path, error.rule, { max: error.max });
    return refused('', 'malformed', NO_PARAMS);
  }
  if (!isPlainObject(taken)) return refused('', 'type', { expected: 'object' });
  const run: Run = {
    data: taken,
    errors: [],
    context: { data: taken, row: undefined, message: undefined },
    grids: [],
    transient: [],
    at: '',
  };
  const root = Frame.root(taken);
  try {
    for (const process of compiled.processes) process(root, run, VISIBLE);
  } catch (error) {
    const rule = error instanceof RuleBudgetError ? 'budget' : 'malformed';
    return { ...refused(run.at, rule, NO_PARAMS), data: {} };
  }
  return { valid: run.errors.length === 0, errors: run.errors, data: finish(root, run) };
}

/** Takes out what is not stored, and gives rows without any value their place. */
function finish(root: Frame, run: Run): Row {
  for (const { frame, slot } of run.transient) slot.clear(frame.kept);
  for (const grid of run.grids) {
    for (let i = 0; i < grid.length; i += 1) grid[i] ??= {};
  }
  return root.kept ?? {};
}

function refused(path: string, rule: string, params: RuleParams): Validation {
  return { valid: false, errors: [{ path, key: '', label: '', rule, params }], data: {} };
}
