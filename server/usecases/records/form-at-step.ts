import { type CompiledForm, compileForm } from '@oneplan/runtime/forms/compile.ts';
import type { FormDefinition } from '@oneplan/runtime/forms/definition.ts';
import { requiredAt } from '@oneplan/runtime/forms/required-at.ts';
import type { PublishedForm } from '../../persistence/published-bundle.ts';

interface FormAtStep {
  readonly definition: FormDefinition;
  readonly compiled: CompiledForm;
}

const kept = new WeakMap<PublishedForm, Map<string, FormAtStep>>();

/** A published form as a step asks for it. Published forms never change, so each is made once. */
export function formAtStep(form: PublishedForm, required: readonly string[] | undefined): FormAtStep {
  if (required === undefined || required.length === 0) return form;
  const known = kept.get(form) ?? new Map<string, FormAtStep>();
  kept.set(form, known);
  const key = JSON.stringify(required);
  const found = known.get(key);
  if (found) return found;
  const definition = requiredAt(form.definition, required);
  const made = { definition, compiled: compileForm(definition) };
  known.set(key, made);
  return made;
}
