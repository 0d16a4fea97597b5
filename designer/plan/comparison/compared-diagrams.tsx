import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import { DiagramViewer } from '@oneplan/runtime/ui/bpmn/DiagramViewer.tsx';
import type { DiagramMarks } from '@oneplan/runtime/ui/bpmn/marks.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, NamedSide } from './comparison.ts';
import { diagramMarks } from './picture-marks.ts';

interface ComparedDiagramsProps {
  readonly process: string;
  readonly comparison: Comparison;
  readonly changes: readonly PlanChange[];
  /** id of an element of the plan */
  readonly chosen: string | null;
  readonly onChoose: (element: string) => void;
}

/** A flow on both sides as diagrams, with what differs marked; pressing a step leads to its lines in the table. */
export function ComparedDiagrams(props: ComparedDiagramsProps) {
  const { process, comparison, changes, chosen, onChoose } = props;
  const marks = useMemo(() => diagramMarks(process, changes), [process, changes]);
  const shared = { process, chosen: chosen?.slice(chosen.indexOf('/') + 1) ?? null };
  const choose = (id: string) => onChoose(`process:${process}/${id}`);
  return (
    <div className="de-sides">
      <Side {...shared} side={comparison.base} marks={marks.base} onSelect={choose} />
      <Side {...shared} side={comparison.mine} marks={marks.mine} onSelect={choose} />
    </div>
  );
}

interface SideProps {
  readonly process: string;
  readonly side: NamedSide;
  readonly marks: DiagramMarks;
  readonly chosen: string | null;
  readonly onSelect: (id: string) => void;
}

function Side({ process, side, marks, chosen, onSelect }: SideProps) {
  const { t } = useTranslation('designer');
  const xml = side.side.content.processes[process]?.xml;
  return (
    <section aria-label={side.name}>
      <h3>{side.name}</h3>
      {xml === undefined ? (
        <p className="de-side de-muted">{t('comparison.notIn', { name: side.name })}</p>
      ) : (
        <DiagramViewer
          xml={xml}
          height={360}
          marks={{ ...marks, chosen }}
          words={{ fresh: t('comparison.fresh') }}
          onSelect={onSelect}
        />
      )}
    </section>
  );
}
