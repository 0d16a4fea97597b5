import type { previewNewPlan } from '@oneplan/runtime/contracts/api/plan-files.ts';
import type { AnswerOf } from '@oneplan/runtime/ui/api/client.ts';
import { useTranslation } from 'react-i18next';
import { Fingerprint } from '../fingerprint.tsx';
import { Facts } from '../manifest/facts.tsx';

type PlanInFile = NonNullable<AnswerOf<typeof previewNewPlan>['plan']>;

/** What a plan file holds. */
export function PlanFileFacts({ plan }: { readonly plan: PlanInFile }) {
  const { t } = useTranslation('designer');
  const { name, forms, processes, scenarios, fingerprint } = plan;
  return (
    <Facts
      items={[
        [t('planFile.plan'), name],
        [t('planFile.contents'), t('planFile.contentsLine', { forms, processes, scenarios })],
        [t('planFile.fingerprint'), <Fingerprint key="fingerprint" of={fingerprint} />],
      ]}
    />
  );
}
