import { listLayers } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type CohortChoice, cohortChoice } from './cohort-choice.ts';

/** Cohorts to choose from; undefined until it is known what the layer above governs. */
export function useCohortChoice(): CohortChoice | undefined {
  const { layer, bundles } = useWorkbench();
  const layers = useAnswer(listLayers, {});
  if (layers.isPending) return undefined;
  const above = layers.data?.items.find(({ published }) => published?.id === layer.extends?.bundleId);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  return cohortChoice(
    bundles.flatMap(({ cohorts }) => cohorts),
    above?.published?.cohorts ?? [],
    today,
  );
}
