import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { privateReason } from '@oneplan/runtime/plan/checks/private-reason.ts';
import { Checkbox } from 'antd';
import { memo, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryOf } from '../editing/entry-lists.ts';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { type FieldChoice, fieldChoices, withShown } from './field-choices.ts';

type Fields = EntryOf['notices']['fields'];

interface NoticeFieldsProps {
  readonly notice: EntryOf['notices'];
  readonly onChange: (fields: Fields) => void;
}

/** The fields of each form that a notice may show; those that must stay private say why and cannot be ticked. */
export function NoticeFields({ notice, onChange }: NoticeFieldsProps) {
  const { t } = useTranslation('designer');
  const { manifest, forms, isFixed } = useManifestDraft();
  const choices = useMemo(() => fieldChoices(notice.fields, forms), [notice.fields, forms]);
  const latest = useRef({ notice, onChange });
  latest.current = { notice, onChange };
  const tick = useCallback(
    (form: string, path: string, shown: boolean) =>
      latest.current.onChange(withShown(latest.current.notice.fields, form, path, shown)),
    [],
  );
  const found = choices
    .flatMap(({ components }) => components)
    .filter(({ component, shown }) => shown && component && privateReason(component) !== undefined).length;
  const Icon = found === 0 ? CheckCircleOutlined : ExclamationCircleOutlined;
  return (
    <>
      <p className={found === 0 ? 'de-clean' : 'de-field-error'} role="status">
        <Icon aria-hidden /> {t('settings.notices.privacy')}：
        {found === 0 ? t('settings.notices.clean') : t('settings.notices.found', { count: found })}
      </p>
      {choices.map(({ form, components }) => (
        <NoticeFieldset
          key={form}
          form={form}
          name={manifest.forms.find(({ key }) => key === form)?.name ?? form}
          components={components}
          fixed={isFixed(`notice:${notice.key}/${form}`, 'components')}
          onTick={tick}
        />
      ))}
    </>
  );
}

interface NoticeFieldsetProps {
  readonly form: string;
  readonly name: string;
  readonly components: readonly FieldChoice[];
  readonly fixed: boolean;
  readonly onTick: (form: string, path: string, shown: boolean) => void;
}

/** The fields of one form; drawn again only when they have changed, for there may be hundreds. */
const NoticeFieldset = memo(function NoticeFieldset({
  form,
  name,
  components,
  fixed,
  onTick,
}: NoticeFieldsetProps) {
  const { t } = useTranslation('designer');
  return (
    <fieldset className="de-fieldset">
      <legend>{t('settings.notices.fields', { form: name })}</legend>
      <ul className="de-checks">
        {components.map(({ path, label, component, shown }) => {
          const reason = component && privateReason(component);
          return (
            <li key={path}>
              <Checkbox
                checked={shown}
                disabled={fixed || (reason !== undefined && !shown)}
                onChange={(event) => onTick(form, path, event.target.checked)}
              >
                {label}
                {reason !== undefined && (
                  <span className={shown ? 'de-field-error' : 'de-muted'}>
                    {' '}
                    {t(`settings.notices.private.${reason}`, { dataClass: component?.dataClass })}
                  </span>
                )}
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
});
