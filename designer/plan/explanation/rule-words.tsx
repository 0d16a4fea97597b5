import { LockOutlined } from '@ant-design/icons';
import { propertyWord } from '@oneplan/runtime/plan/locks/property-words.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { useTranslation } from 'react-i18next';
import { useMessageLanguage } from '../use-message-language.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { sayBasis } from './say-basis.ts';

interface RuleWordsProps {
  readonly rule: StatedLock;
  /** dotted; undefined: the element as a whole */
  readonly property: string | undefined;
}

/** A rule in words: what it says, who set it on which clause, and what the layer may do instead. */
export function RuleWords({ rule, property }: RuleWordsProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const language = useMessageLanguage();
  const { lock, authority, basis, stated } = rule;
  // What the layer itself has stated binds the layers below.
  const isOwn = layer.extends === null || authority === layer.orgUnit.name;
  const quoted = sayBasis(basis);
  return (
    <>
      <p className="de-rule-words" data-class={lock.class}>
        {lock.class !== 'FREE' && <LockOutlined aria-hidden />}{' '}
        <strong>{t(`workbench.lock.${lock.class}`)}</strong>
      </p>
      <p>
        {t(`workbench.lock.${isOwn ? 'explainTop' : 'explain'}.${lock.class}`, { authority })}
        {lock.direction !== undefined && ` ${t(`explanation.direction.${lock.direction}`)}`}
        {lock.among !== undefined && ` ${t('explanation.among', { among: lock.among.join(' / ') })}`}
      </p>
      <p className="de-muted">
        {t('explanation.basis')}：{quoted === '' ? t('explanation.noBasis') : quoted}
        <br />
        {rule.version === undefined
          ? t('explanation.draft', { name: authority })
          : t('explanation.since', { name: authority, version: rule.version })}
        {' · '}
        {t(`explanation.stated.${stated}`, { property: propertyWord(property ?? '', language) })}
      </p>
    </>
  );
}
