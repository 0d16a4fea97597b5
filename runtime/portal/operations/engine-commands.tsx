import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  dropEngineCommand,
  type EngineCommandSummary,
  listEngineCommands,
  retryEngineCommand,
} from '../../contracts/api/engine.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { Moment } from '../../ui/Moment.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { StateTag } from '../../ui/state/StateTag.tsx';
import { Answer } from '../app/answer.tsx';
import { ReasonDialog } from '../app/reason-dialog.tsx';
import { TableFrame } from '../app/table-frame.tsx';
import { useMe } from '../session/me-context.ts';
import { RetryButton } from './retry-button.tsx';
import { useCommandName } from './use-command-name.ts';
import './operations.css';

const shown = { query: { limit: 50 } };
const interval = 5_000;

/** What people did that the process engine has not done yet or will not do; nothing where the engine is our own. */
export function EngineCommands() {
  const { data } = useAnswer(listEngineCommands, shown);
  return data?.engine === 'camunda' ? <WaitingCommands /> : null;
}

function WaitingCommands() {
  const { t } = useTranslation('portal');
  const answer = useAnswer(listEngineCommands, shown, { refetchInterval: interval });
  return (
    <section className="po-section" aria-labelledby="engine-title">
      <h2 id="engine-title">{t('operations.engine.title')}</h2>
      <Answer of={answer}>
        {({ items, waiting, refused }) =>
          items.length === 0 ? (
            <EmptyState title={t('operations.engine.none')} hint={t('operations.engine.noneHint')} />
          ) : (
            <>
              <p className="po-muted">{t('operations.engine.counts', { waiting, refused })}</p>
              <CommandTable items={items} onChanged={() => void answer.refetch()} />
            </>
          )
        }
      </Answer>
    </section>
  );
}

interface CommandTableProps {
  readonly items: readonly EngineCommandSummary[];
  readonly onChanged: () => void;
}

function CommandTable({ items, onChanged }: CommandTableProps) {
  const { t } = useTranslation('portal');
  const manages = useMe().permissions.includes('engine.manage');
  const nameOf = useCommandName();
  const [dropping, setDropping] = useState<EngineCommandSummary | null>(null);
  return (
    <TableFrame label={t('operations.engine.title')}>
      <table className="po-table">
        <thead>
          <tr>
            <th scope="col">{t('operations.engine.since')}</th>
            <th scope="col">{t('operations.engine.what')}</th>
            <th scope="col">{t('operations.engine.state')}</th>
            {manages && <th scope="col">{t('operations.do')}</th>}
            <th scope="col">{t('operations.why')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((command) => (
            <tr key={command.id}>
              <td className="po-nowrap">
                <Moment at={command.since} />
              </td>
              <td className="po-engine-what">
                {nameOf(command)}{' '}
                <span className="po-muted">
                  {[command.processName, command.elementName].filter(Boolean).join(' · ')}
                </span>
              </td>
              <td>
                <CommandState command={command} />
              </td>
              {manages && (
                <td className="po-nowrap">
                  <RetryButton
                    name={nameOf(command)}
                    retry={(send) => send(retryEngineCommand, { params: { id: command.id } })}
                    done={t('operations.engine.retried', { name: nameOf(command) })}
                    onDone={onChanged}
                  />{' '}
                  {command.droppable && (
                    <Button
                      size="small"
                      danger
                      aria-label={t('operations.engine.dropNamed', { name: nameOf(command) })}
                      onClick={() => setDropping(command)}
                    >
                      {t('operations.engine.drop')}
                    </Button>
                  )}
                </td>
              )}
              <td className="po-engine-words">{command.message ?? t('operations.engine.notTried')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {dropping !== null && (
        <ReasonDialog
          endpoint={dropEngineCommand}
          id={dropping.id}
          title={t('operations.engine.dropTitle', { name: nameOf(dropping) })}
          action={t('operations.engine.drop')}
          hint={t(
            dropping.kind === 'start' ? 'operations.engine.dropStartHint' : 'operations.engine.dropHint',
          )}
          done={t('operations.engine.dropped')}
          onClose={(done) => {
            setDropping(null);
            if (done) onChanged();
          }}
        />
      )}
    </TableFrame>
  );
}

function CommandState({ command }: { readonly command: EngineCommandSummary }) {
  const { t } = useTranslation('portal');
  const refused = command.state === 'refused';
  return (
    <>
      <StateTag
        state={refused ? 'overdue' : 'running'}
        label={t(refused ? 'operations.engine.refused' : 'operations.engine.waiting')}
      />
      {command.nextTry !== null && (
        <span className="po-muted po-small po-nowrap">
          {' '}
          {t('operations.engine.nextTry')} <Moment at={command.nextTry} />
        </span>
      )}
    </>
  );
}
