import { describe, expect, test } from '@jest/globals';
import { compileForm } from '../forms/compile.ts';
import type { FormDefinition } from '../forms/definition.ts';
import { validate } from '../forms/validate.ts';
import { formFile, shippedFiles } from './fixtures/shipped-plan.ts';

interface CaseFile {
  readonly form: string;
  readonly cases: readonly {
    readonly name: string;
    readonly data: Record<string, unknown>;
    /** In any order; none: the submission is valid. */
    readonly errors: readonly { readonly path: string; readonly rule: string }[];
  }[];
}

const files = shippedFiles();
const caseFiles = [...files].flatMap(([path, text]) =>
  path.endsWith('.cases.json') ? [JSON.parse(text) as CaseFile] : [],
);
const sorted = (errors: readonly { path: string; rule: string }[]) =>
  errors.map(({ path, rule }) => `${path}: ${rule}`).sort();

test('every shipped form has cases', () => {
  const forms = [...files.keys()].filter((path) => path.endsWith('.form.json'));
  expect(caseFiles.map(({ form }) => formFile(form)).sort()).toEqual(forms.sort());
});

describe.each(caseFiles)('$form', ({ form, cases }) => {
  const compiled = compileForm(JSON.parse(files.get(formFile(form)) ?? '') as FormDefinition);

  test.each(cases)('$name', ({ data, errors }) => {
    const validation = validate(compiled, data);
    expect(sorted(validation.errors)).toEqual(sorted(errors));
    expect(validation.valid).toBe(errors.length === 0);
  });

  test('has valid and invalid cases', () => {
    expect(new Set(cases.map(({ errors }) => errors.length > 0)).size).toBe(2);
  });

  test('keeps every value of a valid case', () => {
    const valid = cases.find(({ errors }) => errors.length === 0);
    expect(validate(compiled, valid?.data).data).toMatchObject(valid?.data ?? {});
  });
});
