import { useTranslation } from 'react-i18next';
import { DiagramViewer } from '../../../ui/bpmn/DiagramViewer.tsx';
import { type Mapping, type MigratedElements, pairLabels } from './mapping.ts';

interface MappingDiagramsProps {
  readonly xml: { readonly from: string; readonly to: string };
  readonly versions: { readonly from: number; readonly to: number };
  readonly mapping: Mapping;
  readonly elements: MigratedElements;
  /** What is looked at in both, by its id in the version that runs. */
  readonly chosen: string | null;
}

/** Both versions side by side: what belongs together bears the same number, what somebody has to decide on a sign. */
export function MappingDiagrams({ xml, versions, mapping, elements, chosen }: MappingDiagramsProps) {
  const { t } = useTranslation('portal');
  const labels = pairLabels(mapping, elements);
  const open = elements.from.filter(({ waits, elementId }) => waits && mapping[elementId] === undefined);
  const reached = new Set(Object.values(mapping).map(({ to }) => to));
  const fresh = elements.to.filter(({ waits, elementId }) => waits && !reached.has(elementId));
  return (
    <div className="po-op-pair">
      <figure>
        <figcaption>{t('operations.migration.runningVersion', { version: versions.from })}</figcaption>
        <DiagramViewer
          xml={xml.from}
          height={300}
          marks={{ failed: open.map(({ elementId }) => elementId), labels: labels.from, chosen }}
          words={{ failed: t('operations.migration.open') }}
        />
      </figure>
      <figure>
        <figcaption>{t('operations.migration.otherVersion', { version: versions.to })}</figcaption>
        <DiagramViewer
          xml={xml.to}
          height={300}
          marks={{
            fresh: fresh.map(({ elementId }) => elementId),
            labels: labels.to,
            chosen: chosen === null ? null : mapping[chosen]?.to,
          }}
          words={{ fresh: t('operations.migration.fresh') }}
        />
      </figure>
    </div>
  );
}
