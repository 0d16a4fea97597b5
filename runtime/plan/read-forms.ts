import { checkForm } from '../forms/check-form.ts';
import { type FormDefinition, isPlainObject } from '../forms/definition.ts';
import type { FormUnderCheck } from './checks/plan-under-check.ts';
import type { PlanReport } from './finding.ts';
import { componentsOf } from './form-components.ts';
import { readJson } from './json-source.ts';
import type { PlanManifest } from './manifest.ts';
import { formPath } from './plan-files.ts';

/** The forms that the manifest lists, by key; one that cannot be used is left out and reported. */
export function readForms(
  manifest: PlanManifest,
  files: ReadonlyMap<string, string>,
  report: PlanReport,
): ReadonlyMap<string, FormUnderCheck> {
  const forms = new Map<string, FormUnderCheck>();
  manifest.forms.forEach(({ key, file: name }, index) => {
    const file = formPath(manifest.key, name);
    const text = files.get(file);
    if (text === undefined) {
      report.atManifest(['forms', index, 'file'], 'file-missing', `${file}, the form ${key}, is not there.`, {
        file,
      });
      return;
    }
    const definition = readForm(file, text, report);
    if (definition) forms.set(key, { file, definition, components: componentsOf(definition) });
  });
  return forms;
}

/** A form file’s definition; undefined when it must not be saved or published, and then the report says why. */
export function readForm(file: string, text: string, report: PlanReport): FormDefinition | undefined {
  const source = readJson(text);
  if (!source.ok) {
    const { message, line, column } = source;
    report.add({
      rule: 'json-syntax',
      file,
      line,
      column,
      message: `Not JSON: ${message}.`,
      params: { reason: message },
    });
    return undefined;
  }
  if (!isPlainObject(source.value) || !Array.isArray(source.value.components)) {
    report.add({
      rule: 'schema',
      file,
      path: '',
      message: 'A form is a JSON object with a list of components.',
    });
    return undefined;
  }
  const findings = checkForm(source.value);
  for (const { rule, path, keyPath, message, params } of findings)
    report.add({
      rule: `form.${rule}`,
      file,
      path,
      ...source.locate(definitionPath(path)),
      message,
      params: { component: keyPath, ...params },
    });
  return findings.length === 0 ? source.value : undefined;
}

/** `components[2].validate.json` as steps; where a key holds dots itself, the steps that are there still lead near. */
function definitionPath(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([part, index]) =>
    index === undefined ? part : Number(index),
  );
}
