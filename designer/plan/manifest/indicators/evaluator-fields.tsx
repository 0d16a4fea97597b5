import { roles } from '@oneplan/runtime/contracts/roles.ts';
import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../editing/fields.tsx';
import { useChoices } from '../editing/use-choices.ts';

type Evaluator = PlanIndicator['evaluator'];

interface EvaluatorFieldsProps {
  readonly property: 'evaluator' | 'countersign';
  readonly evaluator: Evaluator;
  readonly onChange: (evaluator: Evaluator) => void;
}

/** Who ticks an indicator, or signs beside; for subject teachers which subject. */
export function EvaluatorFields({ property, evaluator, onChange }: EvaluatorFieldsProps) {
  const { t } = useTranslation('designer');
  const choices = useChoices();
  return (
    <div className="de-fields">
      <ChoiceField
        label={t(`settings.indicators.${property}`)}
        property={`${property}.role`}
        optional
        value={evaluator?.role}
        choices={choices.roles}
        onChange={(next) => {
          const role = roles.find((it) => it === next);
          onChange(role && { role });
        }}
      />
      {evaluator?.role === 'subject-teacher' && (
        <TextField
          label={t('settings.indicators.subject')}
          property={`${property}.subject`}
          max={20}
          value={evaluator.subject ?? ''}
          onChange={(subject) =>
            onChange(subject === '' ? { role: evaluator.role } : { ...evaluator, subject })
          }
        />
      )}
    </div>
  );
}
