import type { PlanCheck } from './plan-under-check.ts';

/** The columns of a sheet can be ticked or filled, and what fills a whole column is a value of it. */
export const sheetColumns: PlanCheck = ({ manifest, forms }, report) => {
  const indicators = new Map((manifest.indicators ?? []).map((it) => [it.code, it]));
  manifest.sheets?.forEach(({ name, indicators: codes = [], form, columns = [], bulk = {} }, index) => {
    const path = ['sheets', index];
    const values = new Map<string, readonly string[]>();
    codes.forEach((code, at) => {
      const known = indicators.get(code)?.values?.map(({ value }) => value);
      values.set(code, known ?? []);
      if (indicators.has(code) && known === undefined)
        report.atManifest(
          [...path, 'indicators', at],
          'sheet-column',
          `${name}: the indicator ${code} has no values, so it cannot be ticked.`,
          { sheet: name, column: code },
        );
    });
    const components = form === undefined ? undefined : forms.get(form)?.components;
    columns.forEach((column, at) => {
      values.set(column, components?.get(column)?.values ?? []);
      if (components && !components.has(column))
        report.atManifest(
          [...path, 'columns', at],
          'unknown-component',
          `${form} has no component ${column}.`,
          { component: column, form: form ?? '' },
        );
    });
    for (const [column, value] of Object.entries(bulk))
      if (values.get(column)?.includes(value) !== true)
        report.atManifest(
          [...path, 'bulk', column],
          'sheet-column',
          `${name}: ${value} is no value of the column ${column}.`,
          { sheet: name, column },
        );
  });
};
