import { LockOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses } from '../addresses.ts';
import type { PlanLock } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

interface LockNoteProps {
  readonly name: string;
  readonly lock: PlanLock;
  /** id of the element of the plan, to ask more about */
  readonly element?: string;
}

/** The rule that the authority above put on something: calm, with its clause and what one may do on pressing. */
export function LockNote({ name, lock, element }: LockNoteProps) {
  const { t } = useTranslation('designer');
  const { manifest, layer } = useWorkbench();
  const document = manifest?.legalBasis.find(({ id }) => id === lock.basis?.document);
  const authority = document?.issuer ?? layer.extends?.orgUnitName ?? manifest?.jurisdiction.name ?? '';
  const explain = layer.extends === null ? 'explainTop' : 'explain';
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={t(`workbench.lock.${lock.class}`)}
      content={
        <div className="de-lock-note">
          <p>{t(`workbench.lock.${explain}.${lock.class}`, { authority })}</p>
          <p className="de-muted">
            {document
              ? `${t('workbench.lock.basis')}：《${document.title.replace(/^《|》.*$/g, '')}》 ${document.number} ${lock.basis?.clause ?? ''}`
              : t('workbench.lock.noBasis')}
          </p>
          {element !== undefined && (
            <p>
              <Link to={addresses.explanation(layer.id, element)}>{t('explanation.why')}</Link>
            </p>
          )}
        </div>
      }
    >
      <Button type="text" size="small" className="de-lock" data-class={lock.class}>
        {lock.class !== 'FREE' && <LockOutlined aria-hidden />}
        {t(`workbench.lock.short.${lock.class}`)}
        <span className="op-visually-hidden">{t('workbench.lock.label', { name })}</span>
      </Button>
    </Popover>
  );
}
