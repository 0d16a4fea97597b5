import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { freshRule } from '../rules/fresh-rule.ts';
import { RuleBuilder } from '../rules/rule-builder.tsx';

interface IndicatorRuleProps {
  readonly indicator: PlanIndicator;
  readonly onChange: (patch: { readonly rule: PlanIndicator['rule'] | undefined }) => void;
}

/** How an indicator gets its value from what is known already; most have no rule and are ticked. */
export function IndicatorRule({ indicator: { code, rule }, onChange }: IndicatorRuleProps) {
  const { t } = useTranslation('designer');
  const draft = useManifestDraft();
  const isFixed = draft.isFixed(`indicator:${code}`, 'rule');
  if (rule === undefined && isFixed) return null;
  return (
    <section className="de-rule" aria-label={t('settings.indicators.rule')}>
      <div className="de-entry-head">
        <h3>{t('settings.indicators.rule')}</h3>
        {!isFixed && (
          <Button size="small" onClick={() => onChange({ rule: rule ? undefined : freshRule })}>
            {t(rule ? 'settings.indicators.noRule' : 'settings.indicators.addRule')}
          </Button>
        )}
      </div>
      {rule && <RuleBuilder rule={rule} disabled={isFixed} onChange={(next) => onChange({ rule: next })} />}
    </section>
  );
}
