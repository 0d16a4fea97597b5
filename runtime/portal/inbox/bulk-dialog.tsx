import { Progress } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../app/announcer.tsx';
import { Dialog } from '../app/dialog.tsx';
import { FormAlert } from '../app/form-alert.tsx';
import { batchSize, byLabel, type ConfirmableTask } from './selection.ts';
import { taskWords } from './task-words.ts';
import { useBulkConfirm } from './use-bulk-confirm.ts';

interface BulkDialogProps {
  readonly tasks: readonly ConfirmableTask[];
  readonly returnTo: RefObject<HTMLElement | null>;
  /** What was done meanwhile. */
  readonly onDone: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

/** 批量确认: lists what is confirmed, shows how far it is, and says of each refused one why. */
export function BulkDialog({ tasks, returnTo, onDone, onClose }: BulkDialogProps) {
  const { t } = useTranslation('portal');
  const announce = useAnnounce();
  const bulk = useBulkConfirm();
  // The list behind shrinks as tasks are done; the dialog goes on telling of those it was opened for.
  const [asked] = useState(tasks);
  const { results, sending, failure } = bulk;
  const refused = asked.filter(({ id }) => typeof results.get(id) === 'string');
  const done = [...results.values()].filter((problem) => problem === null).length;
  const over = !sending && results.size === asked.length;

  const send = async () => {
    if (over) return onClose();
    const all = await bulk.send(asked);
    const ids = [...(all ?? results)].filter(([, problem]) => problem === null).map(([id]) => id);
    onDone(ids);
    if (ids.length < asked.length) return;
    announce(t('inbox.bulk.done', { count: ids.length }));
    onClose();
  };

  return (
    <Dialog
      title={over ? t('inbox.bulk.result') : t('inbox.bulk.title', { count: asked.length })}
      action={
        over
          ? t('inbox.bulk.close')
          : failure === null
            ? t('inbox.bulk.confirm', { count: asked.length - results.size })
            : t('inbox.bulk.again', { count: asked.length - results.size })
      }
      sending={sending}
      onAction={() => void send()}
      onClose={onClose}
      closable={!sending && !over}
      returnTo={returnTo}
    >
      <div role="status">
        {sending && asked.length > batchSize && (
          <>
            <Progress
              percent={Math.round((results.size / asked.length) * 100)}
              aria-label={t('inbox.bulk.progress')}
              showInfo={false}
            />
            <p className="po-muted">{t('inbox.bulk.soFar', { done: results.size, count: asked.length })}</p>
          </>
        )}
        {over && (
          <p>
            <strong>{t('inbox.bulk.outcome', { done, count: refused.length })}</strong>
          </p>
        )}
      </div>
      <FormAlert failure={failure} />
      {over ? (
        <TaskNames
          tasks={refused}
          label={t('inbox.bulk.refused')}
          reasonOf={(id) => results.get(id) ?? null}
        />
      ) : (
        byLabel(asked).map(({ label, tasks: own }) => (
          <section key={label}>
            <p className="po-muted">{t('inbox.bulk.as', { count: own.length, label })}</p>
            <TaskNames tasks={own} label={t('inbox.bulk.list', { label })} reasonOf={() => null} />
          </section>
        ))
      )}
    </Dialog>
  );
}

interface TaskNamesProps {
  readonly tasks: readonly ConfirmableTask[];
  readonly label: string;
  readonly reasonOf: (id: string) => string | null;
}

function TaskNames({ tasks, label, reasonOf }: TaskNamesProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <ul className="po-bulk-list" aria-label={label} tabIndex={0}>
      {tasks.map((task) => {
        const reason = reasonOf(task.id);
        return (
          <li key={task.id}>
            <strong>{taskWords(task)}</strong> <span className="po-muted po-small">{task.formName}</span>
            {reason !== null && <p className="po-field-error">{reason}</p>}
          </li>
        );
      })}
    </ul>
  );
}
