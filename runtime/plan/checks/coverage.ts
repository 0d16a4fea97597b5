import type { PlanReport } from '../finding.ts';
import type { JsonPath } from '../json-source.ts';
import type { PlanCheck } from './plan-under-check.ts';

/** Every record form whose flow has a notice or an archive section is listed there, and no other form. */
export const coverage: PlanCheck = ({ manifest }, report) => {
  const recordForms = (key: string) =>
    manifest.records.filter(({ process }) => process === key).map(({ form }) => form);
  const compare = (path: JsonPath, process: string, fields: readonly { form: string }[]) => {
    const forms = recordForms(process);
    const listed = fields.map(({ form }) => form);
    for (const form of forms) if (!listed.includes(form)) uncovered(path, form, report);
    listed.forEach((form, at) => {
      if (manifest.forms.some(({ key }) => key === form) && !forms.includes(form))
        uncovered([...path, at, 'form'], form, report);
    });
  };
  manifest.notices.forEach(({ process, fields }, index) => {
    compare(['notices', index, 'fields'], process, fields);
  });
  manifest.archive.forEach(({ process, fields }, index) => {
    compare(['archive', index, 'fields'], process, fields);
  });
};

function uncovered(path: JsonPath, form: string, report: PlanReport): void {
  report.atManifest(
    path,
    'form-uncovered',
    `${form} must be among the records of this flow and among these fields, or in neither.`,
    { form },
  );
}
