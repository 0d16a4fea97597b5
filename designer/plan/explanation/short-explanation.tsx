import type { PropertyPath } from '@oneplan/runtime/plan/elements/json-value.ts';
import { explain } from '@oneplan/runtime/plan/explain/explain.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleWords } from './rule-words.tsx';
import { SourceName } from './source-name.tsx';
import { useLayersOfPlan } from './use-layers-of-plan.ts';

interface ShortExplanationProps {
  readonly element: string;
  readonly rule: StatedLock | undefined;
  readonly path: PropertyPath | undefined;
}

/** Who wrote it first, who set it last, and the rule from above that holds for it. */
export function ShortExplanation({ element, rule, path }: ShortExplanationProps) {
  const { t } = useTranslation('designer');
  const layers = useLayersOfPlan();
  const property = path?.join('.');
  const found = useMemo(() => {
    if (!layers) return undefined;
    // What the draft has removed is explained as the layer above has it.
    return explain(element, layers) ?? explain(element, layers.slice(0, -1));
  }, [element, layers]);
  if (layers === undefined) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  const set = found?.properties.find((it) => it.property === property);
  return (
    <>
      {rule && <RuleWords rule={rule} property={property} />}
      {found && (
        <p className="de-muted">
          {t('explanation.introduced')}：<SourceName source={found.introduced} />
          {set && (
            <>
              <br />
              {t('explanation.column.from')}：<SourceName source={set.from} />
            </>
          )}
        </p>
      )}
    </>
  );
}
