import type { Row } from './filled-data.ts';
import type { SimulatedProcess } from './simulated-process.ts';

/** What a record is called: its title component, else the name of its form. */
export function titleOf({ plan }: SimulatedProcess, form: string, data: Row): string {
  const component = plan.manifest.records.find((record) => record.form === form)?.title ?? '';
  const title = data[component];
  if (typeof title === 'string' && title.trim() !== '') return title.trim();
  return plan.manifest.forms.find(({ key }) => key === form)?.name ?? form;
}
