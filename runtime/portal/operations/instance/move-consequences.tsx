import { ArrowRightOutlined, CloseCircleOutlined, FlagOutlined, ForwardOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useSayMoment } from '../../app/say-moment.ts';
import { askedWords } from '../asked-words.ts';
import type { Consequences } from './use-consequences.ts';

/** What will happen, in sentences; or why it cannot. */
export function MoveConsequences({ of: { preview, refusal } }: { readonly of: Consequences }) {
  const { t } = useTranslation('portal');
  const say = useSayMoment();
  if (refusal !== null)
    return (
      <div role="alert" className="po-form-alert">
        <p>{refusal}</p>
      </div>
    );
  if (preview === null) return <p role="status">{t('operations.move.asking')}</p>;
  return (
    <div className="po-op-consequences" role="status">
      <p>
        <strong>{t('operations.move.consequences')}</strong>
      </p>
      <ul>
        {preview.ends.map(({ elementId, name }) => (
          <li key={`end ${elementId}`}>
            <CloseCircleOutlined aria-hidden /> {t('operations.move.willEnd', { name })}
          </li>
        ))}
        {preview.passes.map(({ elementId, name }) => (
          <li key={`pass ${elementId}`}>
            <ForwardOutlined aria-hidden /> {t('operations.move.willPass', { name })}
          </li>
        ))}
        {preview.begins.map(({ elementId, name, asked, dueAt }) => (
          <li key={`begin ${elementId}`}>
            <ArrowRightOutlined aria-hidden />{' '}
            {asked.length === 0
              ? t('operations.move.willBegin', { name })
              : t('operations.move.willAsk', { name, who: askedWords(t, asked) })}
            {dueAt !== null && t('operations.move.due', { at: say(dueAt) })}
          </li>
        ))}
        {preview.completes && (
          <li>
            <FlagOutlined aria-hidden /> {t('operations.move.willComplete')}
          </li>
        )}
      </ul>
    </div>
  );
}
