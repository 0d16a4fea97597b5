import type { RecordForm } from '@oneplan/runtime/contracts/api/records.ts';
import type { PlanRecord } from '@oneplan/runtime/plan/manifest.ts';
import type { PublishedBundle } from '../../persistence/published-bundle.ts';
import type { Recording } from './recording.ts';

/** The forms that may be recorded under the plan, with what is used of the cap in this term slot. */
export function recordForms(recording: Recording): RecordForm[] {
  return recording.bundle.manifest.records.flatMap((record) => recordForm(recording, record) ?? []);
}

/** One of them; null when the plan has no such form. */
export function recordForm(recording: Recording, record: PlanRecord): RecordForm | null {
  const { bundle, used, frozen } = recording;
  const { manifest } = bundle;
  const form = manifest.forms.find((candidate) => candidate.key === record.form);
  if (!form) return null;
  const part = manifest.parts.find((candidate) => candidate.key === form.part);
  const cap = capOf(recording, record);
  const inPart = manifest.forms
    .filter((other) => other.part === form.part)
    .reduce((sum, other) => sum + (used.get(other.key) ?? 0), 0);
  return {
    formKey: form.key,
    name: form.name,
    description: form.description ?? '',
    part: part?.name ?? '',
    dimension: dimensionName(bundle, form.key),
    used: inPart,
    cap,
    closed: frozen ? 'frozen' : cap !== null && inPart >= cap ? 'cap-reached' : null,
  };
}

export function dimensionName(bundle: PublishedBundle, formKey: string): string {
  const form = bundle.manifest.forms.find((candidate) => candidate.key === formKey);
  return (
    bundle.manifest.dimensions.find((candidate) => candidate.key === form?.dimension)?.name ??
    form?.name ??
    ''
  );
}

/** Most records of a pupil in a term slot over all forms of the part (5: against the hunt for certificates). */
function capOf({ bundle: { manifest } }: Recording, record: PlanRecord): number | null {
  const form = manifest.forms.find((candidate) => candidate.key === record.form);
  const part = manifest.parts.find((candidate) => candidate.key === form?.part);
  const parameter = manifest.parameters.find((candidate) => candidate.key === part?.recordCap);
  return typeof parameter?.value === 'number' ? parameter.value : null;
}
