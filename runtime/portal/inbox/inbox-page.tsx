import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { defaultTimeZone } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Page } from '../app/page.tsx';
import { useDesktop } from '../app/use-desktop.ts';
import { BulkBar } from './bulk-bar.tsx';
import { groupTasks, neighbour } from './grouping.ts';
import { filterFrom, type InboxFilter, isNarrow, searchOf } from './inbox-filter.ts';
import { InboxFilters } from './inbox-filters.tsx';
import { KeyHelp } from './key-help.tsx';
import { isConfirmable, toggled } from './selection.ts';
import { TaskList } from './task-list.tsx';
import { TaskPane, type TaskPaneHandle } from './task-pane.tsx';
import { useInbox } from './use-inbox.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import './inbox.css';

/** 待办. Desktop: list left, task right, keys for everything. Phone: the list, then one task a page. */
export function InboxPage() {
  const { t } = useTranslation('portal');
  const { taskId } = useParams();
  const desktop = useDesktop();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const filter = filterFrom(search);
  const inbox = useInbox(filter);
  const pane = useRef<TaskPaneHandle>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());

  const pages = inbox.data?.pages ?? [];
  const groups = groupTasks(
    pages.flatMap((page) => page.items),
    Date.now(),
    defaultTimeZone,
  );
  const shown = groups.flatMap((group) => group.tasks);
  const counts = pages[0]?.counts ?? { all: 0, overdue: 0, today: 0 };
  const keptSearch = searchOf(filter).toString();
  const open = (id: string | null) =>
    void navigate({ pathname: id === null ? '/inbox' : `/inbox/${id}`, search: keptSearch });
  const narrow = (next: InboxFilter) =>
    void navigate(
      { pathname: taskId === undefined ? '/inbox' : `/inbox/${taskId}`, search: searchOf(next).toString() },
      { replace: true },
    );

  useInboxKeys(desktop, (command) => {
    if (command === 'next' || command === 'previous') {
      const to = neighbour(shown, taskId, command === 'next' ? 1 : -1);
      if (to !== undefined) {
        open(to.id);
        document.querySelector<HTMLElement>(`[data-task="${to.id}"]`)?.focus();
      }
    } else if (command === 'search') searchBox.current?.focus();
    else if (command === 'help') setHelp(true);
    else if (command === 'select') {
      const current = shown.find(({ id }) => id === taskId);
      if (current !== undefined && isConfirmable(current)) setSelected(toggled(selected, current.id));
    } else pane.current?.decide(command);
  });

  const task =
    taskId === undefined ? null : (
      <TaskPane
        key={taskId}
        ref={pane}
        taskId={taskId}
        listed={shown}
        filtered={isNarrow(filter)}
        onDone={(next) => open(next)}
      />
    );
  if (!desktop && task !== null) {
    return task;
  }
  return (
    <Page title={t('inbox.counts', { all: counts.all })} plainTitle={t('inbox.title')} width="full">
      <div className="po-inbox">
        <section className="po-inbox-list" aria-label={t('inbox.list')}>
          <InboxFilters
            filter={filter}
            counts={counts}
            forms={pages[0]?.forms ?? []}
            searchBox={searchBox}
            onChange={narrow}
          />
          <TaskList
            inbox={inbox}
            groups={groups}
            current={taskId}
            search={keptSearch}
            narrowed={isNarrow(filter)}
            selected={selected}
            onSelect={setSelected}
          />
          <BulkBar
            shown={shown}
            selected={selected}
            onSelect={setSelected}
            onDone={(ids) => {
              setSelected(new Set([...selected].filter((id) => !ids.includes(id))));
              if (taskId !== undefined && ids.includes(taskId)) open(null);
            }}
          />
          {desktop && (
            <p className="po-keys">
              <button type="button" onClick={() => setHelp(true)}>
                {t('inbox.keysShort')}
              </button>
            </p>
          )}
        </section>
        {desktop && (task !== null || counts.all > 0) && (
          <section className="po-inbox-task" aria-label={t('inbox.decision')}>
            {task ?? <EmptyState title={t('inbox.choose')} hint={t('inbox.chooseHint')} />}
          </section>
        )}
      </div>
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </Page>
  );
}
