import type { Refusal } from '@oneplan/runtime/simulation/scenarios/scenario-run.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { elementName, type SimulatedProcess } from '../session/simulated-process.ts';

/** Why the interpreter did not take a step, as it would not on the server either. */
export function RefusalNote({
  process,
  refusal,
}: {
  readonly process: SimulatedProcess;
  readonly refusal: Refusal;
}) {
  const { t } = useTranslation('designer');
  const name = elementName(process, refusal.element);
  const reason = refusal.why === 'step-fails' ? refusal.reason : '';
  return (
    <Alert
      type="error"
      showIcon
      title={t(`simulation.refused.${refusal.why}`, { name })}
      description={reason}
    />
  );
}
