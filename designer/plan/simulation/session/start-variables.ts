import type { Row } from './filled-data.ts';
import { personId } from './simulated-people.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import { titleOf } from './title.ts';

/** How a run begins. */
export interface Beginning {
  /** ms since 1970 */
  readonly at: number;
  /** the record that starts the flow; absent: it starts without one */
  readonly record?: { readonly form: string; readonly data: Row };
}

/** People that are there for each list of members, so that flows with several who sign can be played. */
const MEMBERS = 2;

/** The role of whoever starts the flow: who may create the record, else the person that it is about. */
export function starterOf({ records }: SimulatedProcess, { record }: Beginning): string {
  return records.find(({ form }) => form === record?.form)?.createdBy[0] ?? 'pupil';
}

/** The variables that the plan declares, as the server would set them, with invented people. */
export function startVariables(
  process: SimulatedProcess,
  beginning: Beginning,
): Readonly<Record<string, unknown>> {
  const { entry, plan } = process;
  const { record } = beginning;
  const variables: Record<string, unknown> = {};
  for (const { name, source } of entry.variables) {
    switch (source.from) {
      case 'initiator':
        variables[name] = personId(starterOf(process, beginning));
        break;
      case 'subject':
        variables[name] = personId('student');
        break;
      case 'submission':
        variables[name] = record === undefined ? null : personId('submission');
        break;
      case 'form':
        variables[name] = record?.form ?? null;
        break;
      case 'title':
        variables[name] = record === undefined ? null : titleOf(process, record.form, record.data);
        break;
      case 'parameter':
        variables[name] = plan.manifest.parameters.find(({ key }) => key === source.parameter)?.value ?? null;
        break;
      case 'members': {
        const kind = 'role' in source ? source.role : source.group;
        variables[name] = Array.from({ length: MEMBERS }, (_, index) => personId(kind, index + 1));
        break;
      }
      case 'step':
        break;
    }
  }
  return variables;
}
