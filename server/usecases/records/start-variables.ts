import type { Variables } from '@oneplan/runtime/expressions/expression.ts';
import type { PlanProcess } from '@oneplan/runtime/plan/manifest.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';

export interface VariableSource {
  readonly initiatorId: string;
  /** Null: the process is started without a record. */
  readonly submission: { readonly id: string; readonly formKey: string; readonly title: string } | null;
  readonly studentId: string;
}

/** The variables that the plan declares for the process, as far as they are known at the start. */
export function startVariables(
  bundle: PublishedBundle,
  process: PlanProcess,
  { initiatorId, submission, studentId }: VariableSource,
): Variables {
  const variables: Record<string, unknown> = {};
  for (const { name, source } of process.variables) {
    if (source.from === 'initiator') variables[name] = initiatorId;
    if (source.from === 'subject') variables[name] = studentId;
    if (source.from === 'submission') variables[name] = submission?.id ?? null;
    if (source.from === 'form') variables[name] = submission?.formKey ?? null;
    if (source.from === 'title') variables[name] = submission?.title ?? null;
    if (source.from === 'parameter')
      variables[name] = bundle.manifest.parameters.find(({ key }) => key === source.parameter)?.value ?? null;
  }
  return variables as Variables;
}
