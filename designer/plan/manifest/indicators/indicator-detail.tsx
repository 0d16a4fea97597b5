import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';
import { indicatorKinds } from '@oneplan/runtime/plan/entries/indicator.ts';
import { useTranslation } from 'react-i18next';
import { EntryContext } from '../editing/entry-context.ts';
import { EntryHead } from '../editing/entry-head.tsx';
import { ChoiceField, ManyField, OneOfField, TextField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { useChoices } from '../editing/use-choices.ts';
import { filled, type Patch, withPatch } from '../editing/with-patch.ts';
import { CodeField } from './code-field.tsx';
import { EvaluatorFields } from './evaluator-fields.tsx';
import { IndicatorRule } from './indicator-rule.tsx';
import { IndicatorValues } from './indicator-values.tsx';

interface IndicatorDetailProps {
  readonly indicator: PlanIndicator;
  readonly onRename: (code: string) => void;
}

/** Everything about one indicator. */
export function IndicatorDetail({ indicator, onRename }: IndicatorDetailProps) {
  const { t } = useTranslation('designer');
  const { manifest, locks, change } = useManifestDraft();
  const choices = useChoices();
  const { code, text, guidance, kind, values = [], evaluator, countersign, records = [], lock } = indicator;
  const element = `indicator:${code}`;
  const index = manifest.indicators?.indexOf(indicator) ?? -1;
  const set = (patch: Patch<PlanIndicator>) =>
    change(`${element} ${Object.keys(patch).join()}`, (it) => ({
      ...it,
      indicators: (it.indicators ?? []).map((entry) =>
        entry.code === code ? withPatch(entry, patch) : entry,
      ),
    }));
  const rename = (next: string) => {
    change(null, (it) => ({
      ...it,
      indicators: (it.indicators ?? []).map((entry) => {
        if (entry.code === code) return { ...entry, code: next };
        return entry.parent === code ? { ...entry, parent: next } : entry;
      }),
    }));
    onRename(next);
  };
  const isHeading = manifest.indicators?.some(({ parent }) => parent === code) ?? false;
  return (
    <EntryContext value={{ element, name: text }}>
      <section className="de-card de-desk-detail" aria-label={text}>
        <EntryHead kind="indicator" pointer={`/indicators/${index}`} title={`${code} ${text}`} />
        <div className="de-fields">
          <CodeField code={code} taken={(manifest.indicators ?? []).map((it) => it.code)} onChange={rename} />
          <OneOfField
            label={t('settings.indicators.kind')}
            property="kind"
            value={kind}
            of={indicatorKinds.filter((it) => it === kind || it !== 'counting' || !locks.isAbove)}
            word={(value) => t(`settings.indicators.kinds.${value}`)}
            onChange={(next) => set({ kind: next })}
          />
        </div>
        <TextField
          label={t('settings.indicators.text')}
          property="text"
          lines={2}
          max={300}
          value={text}
          onChange={(next) => set({ text: next })}
        />
        <TextField
          label={t('settings.indicators.guidance')}
          property="guidance"
          lines={2}
          max={500}
          value={guidance ?? ''}
          onChange={(next) => set({ guidance: next === '' ? undefined : next })}
        />
        {isHeading ? (
          <p className="de-muted">{t('settings.indicators.heading')}</p>
        ) : (
          <>
            <IndicatorValues indicator={indicator} onChange={set} />
            <EvaluatorFields
              property="evaluator"
              evaluator={evaluator}
              onChange={(next) => set({ evaluator: next })}
            />
            <EvaluatorFields
              property="countersign"
              evaluator={countersign}
              onChange={(next) => set({ countersign: next })}
            />
            {values.length > 0 && (
              <ChoiceField
                label={t('settings.indicators.default')}
                property="default"
                optional
                value={indicator.default}
                choices={values.map(({ value, name }) => ({ value, label: name }))}
                onChange={(next) => set({ default: next })}
              />
            )}
          </>
        )}
        <IndicatorRule indicator={indicator} onChange={set} />
        <ManyField
          label={t('settings.indicators.records')}
          property="records"
          value={records}
          choices={choices.forms}
          onChange={(next) => set({ records: filled(next) })}
        />
        <LockFields lock={lock} onChange={(next) => set({ lock: next })} />
      </section>
    </EntryContext>
  );
}
