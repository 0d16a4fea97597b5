import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { removeSigner, type TaskActions } from '../../contracts/api/approval.ts';
import { FormAlert } from '../app/form-alert.tsx';
import { useApproval } from './use-approval.ts';

interface SignerListProps {
  readonly taskId: string;
  readonly signers: TaskActions['signers'];
  /** Whoever decides may take back a request that was not answered. */
  readonly removable: boolean;
}

/** Who was asked to sign, and what they said; nothing when nobody was. */
export function SignerList({ taskId, signers, removable }: SignerListProps) {
  const { t } = useTranslation('portal');
  const approval = useApproval();
  if (signers.length === 0) return null;
  const remove = (person: string) =>
    approval.send(
      removeSigner,
      { params: { id: taskId }, body: { person, reason: t('approval.removeReason') } },
      'approval.done.remove',
    );
  return (
    <section className="po-task-part" aria-labelledby="task-signers">
      <h3 id="task-signers">{t('approval.signers')}</h3>
      <ul className="po-signers">
        {signers.map(({ person, position, state, opinion }) => (
          <li key={`${person.id} ${state}`} data-state={state}>
            <span>
              <strong>{person.name}</strong>{' '}
              <span className="po-muted po-small">{t(`approval.positions.${position}`)}</span>
            </span>
            <span className="po-signer-state">{t(`approval.signer.${state}`)}</span>
            {removable && (state === 'asked' || state === 'waiting') && (
              <Button size="small" disabled={approval.sending} onClick={() => void remove(person.id)}>
                {t('approval.remove')}
              </Button>
            )}
            {opinion !== null && opinion !== '' && <p className="po-quote">{opinion}</p>}
          </li>
        ))}
      </ul>
      <FormAlert failure={approval.failure} />
    </section>
  );
}
