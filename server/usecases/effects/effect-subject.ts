import { AppError } from '@oneplan/runtime/contracts/errors.ts';
import type { EffectCall } from '@oneplan/runtime/workers/platform-effects.ts';
import type { Context } from '../../context.ts';
import { lockInstance } from '../../persistence/engine/instance-row.ts';
import { loadBundle, type PublishedBundle, type PublishedForm } from '../../persistence/published-bundle.ts';
import { lastUnits, type StudentUnits } from '../../persistence/subject-units.ts';
import { openData, type RecordData } from '../records/record-data.ts';

/** What a platform action is about. */
export interface EffectSubject {
  readonly instanceId: string;
  readonly processKey: string;
  readonly bundle: PublishedBundle;
  readonly units: StudentUnits;
  readonly record: EffectRecord;
  readonly form: PublishedForm;
}

export interface EffectRecord {
  readonly id: string;
  readonly formKey: string;
  readonly title: string;
  readonly termSlot: number;
  readonly revision: number;
  readonly data: RecordData;
}

interface SubmissionRow {
  id: string;
  form_key: string;
  title: string;
  term_slot: number;
  revision: number;
  data: string;
}

/**
 * Locks the instance and reads what the action is about, in the current transaction; so that an action and its repeat,
 * or the cancellation of the process, go one after the other. Null: the process has ended, nothing may happen any more.
 */
export async function lockSubject(context: Context, call: EffectCall): Promise<EffectSubject | null> {
  const instance = await lockInstance(context, call.instanceId);
  if (!instance)
    throw new AppError('not-found', 'There is no such process instance.', { instanceId: call.instanceId });
  if (instance.status !== 'active') return null;
  const bundle = await loadBundle(context, instance.bundleId);
  const process = [...bundle.processes.values()].find((it) => it.definitionId === instance.definitionId);
  const row = await context.sql.one<SubmissionRow>(
    'SELECT id, form_key, title, term_slot, revision, data FROM submission WHERE instance_id = ?',
    [instance.id],
  );
  const form = row && bundle.forms.get(row.form_key);
  if (!process || !row || !form)
    throw new AppError('engine-failed', 'The process carries no record that its plan knows.', {
      instanceId: instance.id,
    });
  return {
    instanceId: instance.id,
    processKey: process.key,
    bundle,
    units: await lastUnits(context, instance.subjectId),
    record: {
      id: row.id,
      formKey: row.form_key,
      title: row.title,
      termSlot: Number(row.term_slot),
      revision: Number(row.revision),
      data: openData(context, 'submission.data', row.data),
    },
    form,
  };
}

/** The text variable `name` of a call; throws `engine-failed` when the flow does not give it. */
export function textVariable(call: EffectCall, name: string): string {
  const value = Object.hasOwn(call.variables, name) ? call.variables[name] : undefined;
  if (typeof value === 'string' && value !== '') return value;
  throw new AppError('engine-failed', `The flow gives this task no input parameter "${name}".`, { name });
}

/** The entry of the plan that a variable names; throws `engine-failed` when the plan has none for this process. */
export function plannedFor<T extends { readonly key: string; readonly process: string }>(
  subject: EffectSubject,
  entries: readonly T[],
  key: string,
): T {
  const found = entries.find((entry) => entry.key === key && entry.process === subject.processKey);
  if (found) return found;
  throw new AppError('engine-failed', `The plan has no "${key}" for the process "${subject.processKey}".`, {
    key,
    processKey: subject.processKey,
  });
}

/** The component keys that an allow-list has for the record's form; none for a form that it does not list. */
export function componentsFor(
  subject: EffectSubject,
  lists: readonly { readonly form: string; readonly components: readonly string[] }[],
): readonly string[] {
  return lists.find((list) => list.form === subject.record.formKey)?.components ?? [];
}
