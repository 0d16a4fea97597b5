import { ArrowRightOutlined } from '@ant-design/icons';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MigratedElement } from '../../../contracts/api/migrations.ts';
import { TableFrame } from '../../app/table-frame.tsx';
import { choicesFor, hasTrigger, type Mapping, type MigratedElements, pairLabels } from './mapping.ts';

interface MappingTableProps {
  readonly elements: MigratedElements;
  readonly mapping: Mapping;
  /** Show it in the pictures. */
  readonly onLook: (from: string) => void;
  /** null: it becomes nothing, and who stands there stays. */
  readonly onAssign: (from: string, to: string | null) => void;
  readonly onTrigger: (from: string, updateTrigger: boolean) => void;
}

/** What becomes of each step where somebody may stand. */
export function MappingTable({ elements, mapping, onLook, onAssign, onTrigger }: MappingTableProps) {
  const { t } = useTranslation('portal');
  const labels = pairLabels(mapping, elements).from;
  return (
    <TableFrame label={t('operations.migration.mapping')}>
      <table className="po-table po-op-mapping">
        <thead>
          <tr>
            <th scope="col">{t('operations.migration.fromStep')}</th>
            <th scope="col" className="po-number">
              {t('operations.migration.standing')}
            </th>
            <th scope="col">{t('operations.migration.toStep')}</th>
          </tr>
        </thead>
        <tbody>
          {elements.from
            .filter(({ waits }) => waits)
            .map((element) => {
              const { elementId, name, standing } = element;
              const mapped = mapping[elementId];
              return (
                <tr key={elementId} data-open={mapped === undefined}>
                  <th scope="row">
                    <button type="button" className="po-op-look" onClick={() => onLook(elementId)}>
                      <span className="op-diagram-label" aria-hidden>
                        {labels[elementId] ?? '!'}
                      </span>
                      <span className="op-visually-hidden">{t('operations.migration.look')}</span>
                      {name}
                    </button>{' '}
                    <KindWords element={element} />
                  </th>
                  <td className="po-number">{standing > 0 ? standing : '—'}</td>
                  <td>
                    <span className="po-op-target">
                      <ArrowRightOutlined aria-hidden />
                      <Select
                        aria-label={t('operations.migration.becomes', { name })}
                        value={mapped?.to ?? ''}
                        onChange={(to: string) => onAssign(elementId, to === '' ? null : to)}
                        options={[
                          { value: '', label: t('operations.migration.nothing') },
                          ...choicesFor(element, elements).map((target) => ({
                            value: target.elementId,
                            label: target.name,
                          })),
                        ]}
                      />
                      {mapped !== undefined && hasTrigger(element) && (
                        <Checkbox
                          checked={mapped.updateTrigger === true}
                          onChange={(event) => onTrigger(elementId, event.target.checked)}
                        >
                          {t('operations.migration.anew')}
                        </Checkbox>
                      )}
                    </span>
                  </td>
                </tr>
              );
            })}
        </tbody>
      </table>
    </TableFrame>
  );
}

const kinds = [
  'user-task',
  'external-task',
  'receive-task',
  'script-task',
  'business-rule-task',
  'call-activity',
  'catch-event',
  'throw-event',
  'boundary-event',
  'event-based-gateway',
  'subprocess',
  'event-subprocess',
] as const;

function KindWords({ element: { kind } }: { readonly element: MigratedElement }) {
  const { t } = useTranslation('portal');
  const known = kinds.find((one) => one === kind);
  return known === undefined ? null : (
    <span className="po-muted po-small">{t(`operations.elementKind.${known}`)}</span>
  );
}
