import { useQueryClient } from '@tanstack/react-query';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { taskActions } from '../../contracts/api/approval.ts';
import { getTask, listTasks, type TaskDetail, type TaskSummary } from '../../contracts/api/tasks.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { answerKey, useAnswer } from '../../ui/api/use-answer.ts';
import { useAnnounce } from '../app/announcer.tsx';
import { Answer } from '../app/answer.tsx';
import { Page } from '../app/page.tsx';
import { useDesktop } from '../app/use-desktop.ts';
import { AnswerRequest } from '../approval/answer-request.tsx';
import { useForgetRecords } from '../record/use-forget-records.ts';
import { Decision, type DecisionHandle } from './decision.tsx';
import { FilingTask } from './filing-task.tsx';
import { afterDone } from './grouping.ts';
import { Revision } from './revision.tsx';
import { SuspendedTask } from './suspended-task.tsx';
import { withoutTask } from './without-task.ts';

export interface TaskPaneHandle {
  readonly decide: (kind: 'confirm' | 'return') => void;
}

interface TaskPaneProps {
  readonly ref: Ref<TaskPaneHandle>;
  readonly taskId: string;
  /** The tasks of the list, in the order shown. */
  readonly listed: readonly TaskSummary[];
  /** The list is narrowed: what comes next is then the next of the list, not of the whole inbox. */
  readonly filtered: boolean;
  readonly onDone: (nextId: string | null) => void;
}

/** One task, to be decided or to be filled in; afterwards the next. */
export function TaskPane({ ref, taskId, listed, filtered, onDone }: TaskPaneProps) {
  const { t } = useTranslation('portal');
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const forgetRecords = useForgetRecords();
  const desktop = useDesktop();
  const filing = listed.find(({ id, filing }) => id === taskId && filing !== undefined);
  const task = useAnswer(
    getTask,
    { params: { id: taskId } },
    { staleTime: 30_000, enabled: filing === undefined },
  );
  const actions = useAnswer(
    taskActions,
    { params: { id: taskId } },
    { staleTime: 30_000, enabled: task.data?.task.suspended === false },
  );
  const decision = useRef<DecisionHandle>(null);
  const next = afterDone(listed, taskId);
  const following = next?.id;
  const followingInDesigner = next?.filing !== undefined;
  useImperativeHandle(ref, () => ({ decide: (kind) => decision.current?.decide(kind) }));

  useEffect(() => {
    if (following === undefined) return;
    const input = { params: { id: following } };
    if (followingInDesigner) return;
    void queries.prefetchQuery({
      queryKey: answerKey(getTask, input),
      queryFn: ({ signal }) => api.call(getTask, { ...input, signal }),
      staleTime: 30_000,
    });
  }, [api, queries, following, followingInDesigner]);

  /** The task is done, here or by somebody else: say so and show the next. */
  const goOn = (words: (hasNext: boolean) => string, next: TaskSummary | null, kind: 'done' | 'note') => {
    const nextId = filtered ? following : (next?.id ?? (kind === 'note' ? following : undefined));
    announce(words(nextId !== undefined), kind);
    queries.setQueriesData({ queryKey: answerKey(listTasks) }, (cached) => withoutTask(cached, taskId));
    onDone(nextId ?? null);
    forgetRecords();
  };

  /** The task has gone to somebody else, or elsewhere in the process; what was said says so. */
  const gone = () => {
    queries.setQueriesData({ queryKey: answerKey(listTasks) }, (cached) => withoutTask(cached, taskId));
    onDone(following ?? null);
    forgetRecords();
  };

  const content = filing ? (
    <FilingTask task={filing} />
  ) : (
    <Answer of={task}>
      {(detail: TaskDetail) =>
        detail.task.suspended ? (
          <SuspendedTask detail={detail} />
        ) : detail.task.part !== 'main' ? (
          <AnswerRequest detail={detail} actions={actions.data ?? null} onGone={gone} />
        ) : detail.outcome !== null ? (
          <Decision
            ref={decision}
            detail={detail}
            actions={actions.data ?? null}
            onDone={goOn}
            onGone={gone}
            onStale={() => void task.refetch()}
          />
        ) : (
          <Revision detail={detail} />
        )
      }
    </Answer>
  );
  const summary = filing ?? task.data?.task;
  const title = summary === undefined ? t('inbox.title') : titleOf(summary);
  return desktop ? (
    <article className="po-task" aria-labelledby="task-title">
      <h2 id="task-title">{title}</h2>
      {content}
    </article>
  ) : (
    <Page title={title} back={{ to: '/inbox', label: t('inbox.backToList') }} width="narrow">
      {content}
    </Page>
  );
}

function titleOf(task: TaskSummary): string {
  const whose = task.student?.name ?? task.filing?.unitName;
  return whose === undefined ? task.title : `${whose} · ${task.title}`;
}
