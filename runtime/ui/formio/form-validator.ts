import { compileForm } from '../../forms/compile.ts';
import { messagesEn } from '../../forms/messages.en.ts';
import { textOfError } from '../../forms/messages.ts';
import { messagesZh } from '../../forms/messages.zh.ts';
import { validate } from '../../forms/validate.ts';
import type { FieldError } from '../state/ErrorSummary.tsx';
import type { FormDefinition } from './renderable.ts';

/** Everything that is wrong with the data, in words, one a path. */
export type FormValidator = (data: unknown) => FieldError[];

/** The validator of a form: the very code that the server decides with, in the language of the interface. */
export function formValidator(definition: FormDefinition, language: string): FormValidator {
  const compiled = compileForm(definition);
  const words = language.startsWith('en') ? messagesEn : messagesZh;
  return (data) => {
    const byPath = new Map<string, FieldError>();
    for (const error of validate(compiled, data).errors) {
      if (!byPath.has(error.path))
        byPath.set(error.path, { path: error.path, message: textOfError(error, words) });
    }
    return [...byPath.values()];
  };
}
