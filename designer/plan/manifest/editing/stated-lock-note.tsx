import { LockOutlined } from '@ant-design/icons';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';

interface StatedLockNoteProps {
  /** What the rule is about, for who cannot see where it stands. */
  readonly name: string;
  readonly stated: StatedLock;
  /** What may be done instead. */
  readonly instead?: string | undefined;
}

/** The rule of the layer above on an entry or a property: calm; on pressing who set it, on which ground, what may be done. */
export function StatedLockNote({ name, stated, instead }: StatedLockNoteProps) {
  const { t } = useTranslation('designer');
  const { lock, authority, version, basis } = stated;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={t(`workbench.lock.${lock.class}`)}
      content={
        <div className="de-lock-note">
          <p>{t(`workbench.lock.explain.${lock.class}`, { authority })}</p>
          {lock.among !== undefined && (
            <p>{t('settings.lock.among', { values: lock.among.join(t('settings.and')) })}</p>
          )}
          {instead !== undefined && <p>{t('settings.lock.instead', { instead })}</p>}
          {version !== undefined && (
            <p className="de-muted">{t('settings.lock.by', { authority, version })}</p>
          )}
          <p className="de-muted">
            {basis
              ? `${t('workbench.lock.basis')}：《${basis.title.replace(/^《|》.*$/g, '')}》 ${basis.number} ${basis.clause ?? ''}`
              : t(stated.stated === 'default' ? 'settings.lock.default' : 'workbench.lock.noBasis')}
          </p>
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
