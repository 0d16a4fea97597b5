import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DecisionFileView } from '../../dmn/decision-table-view.tsx';
import { type TableMark, tableMarks } from '../../dmn/table-marks.ts';
import type { Comparison, NamedSide } from './comparison.ts';

interface ComparedDecisionsProps {
  readonly decision: string;
  readonly comparison: Comparison;
  readonly changes: readonly PlanChange[];
}

/** A decision table on both sides, with the rules, columns and cells that differ marked. */
export function ComparedDecisions({ decision, comparison, changes }: ComparedDecisionsProps) {
  const marks = useMemo(() => tableMarks(decision, changes), [decision, changes]);
  return (
    <div className="de-sides">
      <Side decision={decision} side={comparison.base} marks={marks.base} />
      <Side decision={decision} side={comparison.mine} marks={marks.mine} />
    </div>
  );
}

interface SideProps {
  readonly decision: string;
  readonly side: NamedSide;
  readonly marks: ReadonlyMap<string, TableMark>;
}

function Side({ decision, side, marks }: SideProps) {
  const { t } = useTranslation('designer');
  const xml = side.side.content.decisions?.[decision]?.xml;
  return (
    <section aria-label={side.name}>
      <h3>{side.name}</h3>
      <div className="de-side">
        {xml === undefined ? (
          <p className="de-muted">{t('comparison.notIn', { name: side.name })}</p>
        ) : (
          <DecisionFileView decision={decision} xml={xml} marks={marks} />
        )}
      </div>
    </section>
  );
}
