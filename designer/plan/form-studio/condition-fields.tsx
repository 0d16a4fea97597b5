import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ConditionDraft, isComplete, noCondition } from '../../formio/conditions/condition-draft.ts';
import type { ConditionTarget } from '../../formio/conditions/condition-targets.ts';
import { ConditionLine } from './condition-line.tsx';

interface ConditionFieldsProps {
  /** undefined: a stored condition that drop-downs cannot say */
  readonly draft: ConditionDraft | undefined;
  readonly targets: readonly ConditionTarget[];
  readonly onChange: (draft: ConditionDraft) => void;
}

/** When a component shows: lines of field, comparison and value, joined by “all” or “one”. */
export function ConditionFields({ draft, targets, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation('designer');
  if (draft === undefined)
    return (
      <>
        <Alert type="info" title={t('formStudio.condition.other')} />
        <Button onClick={() => onChange(noCondition)}>{t('formStudio.condition.replace')}</Button>
      </>
    );
  const { clauses, join, show } = draft;
  const add = () =>
    onChange({
      ...draft,
      clauses: [...clauses, { variable: '', comparison: '', value: undefined }],
    });
  return (
    <>
      {clauses.length === 0 && <p className="de-muted">{t('formStudio.condition.always')}</p>}
      {targets.length === 0 && <p className="de-muted">{t('formStudio.condition.noTargets')}</p>}
      {clauses.length > 0 && (
        <div className="de-studio-row">
          <span>{t('formStudio.condition.show')}</span>
          <Segmented
            aria-label={t('formStudio.condition.show')}
            value={show ? 'shows' : 'hides'}
            options={(['shows', 'hides'] as const).map((it) => ({
              value: it,
              label: t(`formStudio.condition.${it}`),
            }))}
            onChange={(value) => onChange({ ...draft, show: value === 'shows' })}
          />
        </div>
      )}
      {clauses.map((clause, index) => (
        <ConditionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          key={index}
          n={index + 1}
          clause={clause}
          targets={targets}
          onChange={(next) =>
            onChange({ ...draft, clauses: clauses.map((it, at) => (at === index ? next : it)) })
          }
          onRemove={() => onChange({ ...draft, clauses: clauses.filter((_, at) => at !== index) })}
        />
      ))}
      {clauses.length > 1 && (
        <div className="de-studio-row">
          <span>{t('formStudio.condition.join')}</span>
          <Segmented
            aria-label={t('formStudio.condition.join')}
            value={join}
            options={(['and', 'or'] as const).map((it) => ({
              value: it,
              label: t(`formStudio.condition.${it}`),
            }))}
            onChange={(value) => onChange({ ...draft, join: value === 'or' ? 'or' : 'and' })}
          />
        </div>
      )}
      {!isComplete(draft, targets) && <Alert type="warning" title={t('formStudio.condition.incomplete')} />}
      <Button icon={<PlusOutlined />} onClick={add} disabled={targets.length === 0}>
        {t('formStudio.condition.add')}
      </Button>
    </>
  );
}
