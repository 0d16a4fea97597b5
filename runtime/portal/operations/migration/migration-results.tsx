import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MigrationFinding } from '../../../contracts/api/migrations.ts';
import { StateTag } from '../../../ui/state/StateTag.tsx';
import { FilterTabs } from '../../app/filter-tabs.tsx';
import { TableFrame } from '../../app/table-frame.tsx';
import { ShortId } from '../instance/instance-line.tsx';
import { findingWords } from './finding-words.ts';
import type { MigratedElements } from './mapping.ts';

export interface ResultItem {
  readonly instanceId: string;
  readonly active: readonly string[];
  readonly findings: readonly MigrationFinding[];
  readonly result: 'would-move' | 'moved' | 'asked' | 'refused';
}

interface MigrationResultsProps {
  readonly items: readonly ResultItem[];
  /** It was done, not only tried. */
  readonly done: boolean;
  readonly over: boolean;
  readonly elements: MigratedElements;
}

const wordsOf = {
  'would-move': 'operations.migration.worksOne',
  moved: 'operations.migration.movedOne',
  asked: 'operations.migration.askedOne',
  refused: 'operations.migration.refusedOne',
} as const;

/** Lines that are shown at first; a browser has no use for ten thousand. */
const shownAtFirst = 50;

/** A result for each flow: what works, what does not and why. */
export function MigrationResults({ items, done, over, elements }: MigrationResultsProps) {
  const { t } = useTranslation('portal');
  const [filter, setFilter] = useState<'works' | 'refused' | null>(null);
  const refused = items.filter(({ findings }) => findings.length > 0);
  const works = items.length - refused.length;
  const shown =
    filter === null
      ? items
      : filter === 'refused'
        ? refused
        : items.filter(({ findings }) => findings.length === 0);
  const name = (id: string) => elements.from.find(({ elementId }) => elementId === id)?.name ?? id;
  return (
    <>
      {over && (
        <p role="status">
          <strong>
            {t(done ? 'operations.migration.moved' : 'operations.migration.wouldMove', {
              count: works,
              refused: refused.length,
            })}
          </strong>
        </p>
      )}
      <FilterTabs
        label={t('operations.migration.filter')}
        value={filter}
        options={[
          { value: null, label: t('operations.migration.all', { count: items.length }) },
          {
            value: 'works',
            label: t(done ? 'operations.migration.movedTab' : 'operations.migration.worksTab', {
              count: works,
            }),
          },
          { value: 'refused', label: t('operations.migration.refusedTab', { count: refused.length }) },
        ]}
        onChange={setFilter}
      />
      {shown.length > 0 && (
        <TableFrame label={t('operations.migration.results')}>
          <table className="po-table">
            <thead>
              <tr>
                <th scope="col">{t('operations.instance.flow')}</th>
                <th scope="col">{t('operations.element')}</th>
                <th scope="col">{t('operations.migration.result')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, shownAtFirst).map(({ instanceId, active, findings, result }) => (
                <tr key={instanceId}>
                  <td>
                    <Link to={`/operations/instances/${instanceId}`}>
                      <ShortId id={instanceId} />
                    </Link>
                  </td>
                  <td>{active.map(name).join('、')}</td>
                  <td>
                    {findings.length === 0 ? (
                      <StateTag state={result === 'asked' ? 'running' : 'done'} label={t(wordsOf[result])} />
                    ) : (
                      <>
                        <StateTag state="returned" label={t('operations.migration.refusedOne')} />
                        <ul className="po-op-why">
                          {findings.map((finding) => (
                            <li key={`${finding.rule} ${finding.elementId}`}>
                              {findingWords(t, finding, elements)}
                            </li>
                          ))}
                        </ul>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      {shown.length > shownAtFirst && (
        <p className="po-muted po-small">
          {t('operations.migration.moreLines', { count: shown.length - shownAtFirst })}
        </p>
      )}
    </>
  );
}
