import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OperatedInstance } from '../../../contracts/api/operated-instances.ts';
import { Moment } from '../../../ui/Moment.tsx';
import { StateTag } from '../../../ui/state/StateTag.tsx';

type Standing = Pick<OperatedInstance, 'state' | 'suspended'>;

export function InstanceState({ instance }: { readonly instance: Standing }) {
  const { t } = useTranslation('portal');
  if (instance.state === 'incident')
    return <StateTag state="overdue" label={t('operations.instance.state.incident')} />;
  if (instance.suspended) return <StateTag state="locked" label={t('operations.instance.state.suspended')} />;
  if (instance.state === 'active') return <StateTag state="running" />;
  return (
    <StateTag
      state={instance.state === 'completed' ? 'done' : 'withdrawn'}
      label={t(`record.state.${instance.state}`)}
    />
  );
}

/** The last figures of an id, to tell flows apart in talk; the whole one on hover. */
export function ShortId({ id }: { readonly id: string }) {
  return (
    <code className="po-op-id" title={id}>
      {id.slice(-8)}
    </code>
  );
}

/** One running flow: what, where it stands, since when, of which class. */
export function InstanceLine({ instance }: { readonly instance: OperatedInstance }) {
  const { t } = useTranslation('portal');
  const place = [instance.schoolName, instance.className].filter((name) => name !== null).join(' ');
  return (
    <li>
      <Link className="po-line" to={`/operations/instances/${instance.id}`}>
        <span className="po-line-main">
          <strong>{instance.active.join('、') || instance.processName}</strong>
          <span className="po-muted">
            {instance.processName} · {t('record.page.planVersion', { version: instance.bundleVersion })}
            {place !== '' && ` · ${place}`} · <ShortId id={instance.id} />
          </span>
        </span>
        <span className="po-line-side">
          <InstanceState instance={instance} />
          <span className="po-muted po-small">
            <Moment at={instance.startedAt} />
          </span>
        </span>
      </Link>
    </li>
  );
}
