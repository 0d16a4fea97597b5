import { LockOutlined } from '@ant-design/icons';
import { propertyWord } from '@oneplan/runtime/plan/locks/property-words.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { useTranslation } from 'react-i18next';
import { useMessageLanguage } from '../use-message-language.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import type { FormLocks } from './form-locks.ts';
import { useLockWords } from './use-lock-words.ts';

interface LockExplanationProps {
  readonly locks: FormLocks | undefined;
  readonly component: string;
}

/** Who locked a component and why, and what may be done instead. */
export function LockExplanation({ locks, component }: LockExplanationProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { ground, instead } = useLockWords();
  const language = useMessageLanguage();
  const stated = locks?.ofComponent(component);
  if (!stated)
    return (
      <p className="de-muted">{t(layer.extends === null ? 'formStudio.lock.top' : 'formStudio.lock.none')}</p>
    );
  const entries: readonly { readonly property?: string; readonly stated: StatedLock }[] = [
    { stated },
    ...(locks?.ofProperties(component) ?? []),
  ];
  return entries.map((entry) => (
    <section key={entry.property ?? ''} className="de-studio-lock">
      <h3>
        <LockOutlined aria-hidden className="de-lock-icon" />{' '}
        {entry.property !== undefined &&
          `${t('formStudio.lock.property', { property: propertyWord(entry.property, language) })} `}
        {t(`workbench.lock.${entry.stated.lock.class}`)}
      </h3>
      <p>{ground(entry.stated)}</p>
      <h4>{t('formStudio.lock.insteadHeading')}</h4>
      <p>{instead(entry.stated)}</p>
    </section>
  ));
}
