import type { UserTaskCreated } from '@oneplan/runtime/engine/effect.ts';
import type { EndReason } from '@oneplan/runtime/engine/instance-state.ts';
import type { Context } from '../../context.ts';
import type { WriteBatch } from '../write-batch.ts';
import { type InstanceScope, plannedIn } from './instance-scope.ts';
import { never } from './wait-rows.ts';

/** A new user task with its candidates, and the message that tells them of it. */
export function insertTask(
  context: Context,
  batch: WriteBatch,
  scope: InstanceScope,
  task: UserTaskCreated,
  holders: readonly string[],
): void {
  const id = context.newId();
  const now = context.now();
  const { record, place, bundle } = scope;
  const formKey =
    plannedIn(scope, task.process)?.steps.find((step) => step.element === task.elementId)?.form?.key ??
    task.formKey ??
    '';
  batch.insert('task', {
    id,
    instance_id: scope.instanceId,
    token: task.token,
    element_id: task.elementId,
    name: task.name,
    form_key: formKey,
    bundle_id: bundle.id,
    submission_id: record?.id ?? null,
    student_id: place?.studentId ?? null,
    school_id: place?.schoolId ?? null,
    class_id: place?.classId ?? null,
    title: record?.title ?? '',
    assignee_id: task.assignee ?? null,
    holders: JSON.stringify(holders),
    priority: task.priority,
    round: record?.revision ?? 1,
    due_at: task.dueDate ?? null,
    follow_up_at: task.followUpDate ?? null,
    process_key: task.process ?? scope.processKey,
    called_by: task.call ?? null,
    tenant_id: scope.tenantId,
    created_at: now,
    status: 'open',
  });
  const recordForm = record?.formKey ?? formKey;
  for (const holder of holders)
    batch.insert('task_candidate', {
      holder,
      due_sort: task.dueDate ?? never,
      task_id: id,
      form_key: recordForm,
    });
  // Clients of the engine ask for their tasks; people of a plan are told.
  if (bundle.kind === 'plan' && holders.length > 0) {
    batch.insert('outbox', {
      id: context.newId(),
      kind: 'task-created',
      payload: JSON.stringify({
        taskId: id,
        submissionId: record?.id ?? null,
        title: record?.title ?? '',
        name: task.name,
        holders,
      }),
      created_at: now,
      due_at: now,
    });
  }
}

/** A task that was done or is no longer needed. Its candidates are rows of open tasks only. */
export function endTask(
  batch: WriteBatch,
  id: string,
  end: { readonly reason: EndReason; readonly at: number; readonly by: string | null },
): void {
  batch.update('task', id, { status: end.reason, ended_at: end.at, ended_by: end.by });
  batch.delete('task_candidate', { task_id: id });
}
