import type { FormError } from './form-error.ts';

/** Text by message key; `{{name}}` stands for a param. */
export type MessageTable = Readonly<Record<string, string>>;

/** A message before it is put into words: an i18n key with its values. */
export interface FormMessage {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

/** The i18n key of an error and the values for it; `label` and `path` are always among them. */
export function messageOf(error: FormError): FormMessage {
  return {
    key: `form.error.${error.rule}`,
    values: { ...error.params, label: error.label, path: error.path },
  };
}

/** An error in words: the author's own text if there is one, else the table's. Values are put in as plain text. */
export function textOfError(error: FormError, table: MessageTable): string {
  const { key, values } = messageOf(error);
  const own = Object.hasOwn(table, key) ? table[key] : undefined;
  const template = error.message ?? own ?? error.rule;
  const names: Readonly<Record<string, string | number | boolean>> = { ...values, field: error.label };
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_match, name: string) =>
    Object.hasOwn(names, name) ? String(names[name]) : '',
  );
}
