import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readTables, type ShownDecision } from './read-table.ts';
import type { TableMark } from './table-marks.ts';
import './decision-table-view.css';

interface DecisionFileViewProps {
  /** id of the decision that the plan lists */
  readonly decision: string;
  readonly xml: string;
  /** What differs from another version. */
  readonly marks?: ReadonlyMap<string, TableMark>;
}

/** The decisions of a DMN file to read: the listed one, and those that it requires below it. */
export function DecisionFileView({ decision, xml, marks }: DecisionFileViewProps) {
  const { t } = useTranslation('designer');
  const { data } = useQuery({
    queryKey: ['decision-tables', decision, xml],
    queryFn: () => readTables(xml, decision),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (data === undefined) return null;
  if (data.length === 0) return <p className="de-muted">{t('decisions.unreadable')}</p>;
  return (
    <div className="de-decisions">
      {data.map((it) => (
        <DecisionTableView key={it.key} decision={it} marks={marks} named={data.length > 1} />
      ))}
    </div>
  );
}

interface DecisionTableViewProps {
  readonly decision: ShownDecision;
  readonly marks: ReadonlyMap<string, TableMark> | undefined;
  readonly named: boolean;
}

function DecisionTableView({ decision, marks, named }: DecisionTableViewProps) {
  const { t } = useTranslation('designer');
  const { inputs, outputs, rows, hitPolicy, aggregation, expression } = decision;
  const columns = [...inputs, ...outputs];
  const markOf = (place: string) => {
    const mark = marks?.get(place);
    return mark && { 'data-mark': mark };
  };
  const wordOf = (place: string) => {
    const mark = marks?.get(place);
    return mark && <span className="de-change">{t(`comparison.change.${mark}`)}</span>;
  };
  return (
    <section>
      {named && <h4>{decision.name}</h4>}
      {expression !== undefined && <p className="de-decision-expression">{expression}</p>}
      {columns.length > 0 && (
        <div className="de-decision-scroll">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard too */}
          <table className="de-decision" tabIndex={0} aria-label={decision.name}>
            <caption>{t(`decisions.policy.${policyKey(hitPolicy, aggregation)}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('decisions.number')}</th>
                {columns.map((column, at) => (
                  <th
                    key={column.id}
                    scope="col"
                    data-side={at < inputs.length ? 'input' : 'output'}
                    {...markOf(column.id)}
                  >
                    <small>{t(`decisions.${sideOf(at, inputs.length)}`)}</small>
                    {column.label || t('decisions.unnamed')} {wordOf(column.id)}
                  </th>
                ))}
                <th scope="col">{t('decisions.remark')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={row.id} {...markOf(row.id)}>
                  <th scope="row">
                    {at + 1} {wordOf(row.id)}
                  </th>
                  {[...row.tests, ...row.results].map((text, place) => {
                    const cell = `${row.id}@${columns[place]?.id}`;
                    return (
                      <td
                        key={columns[place]?.id ?? place}
                        data-side={place < inputs.length ? 'input' : 'output'}
                        {...markOf(cell)}
                      >
                        {text === '-' && place < inputs.length ? t('decisions.any') : text} {wordOf(cell)}
                      </td>
                    );
                  })}
                  <td className="de-muted">{row.description}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {columns.length > 0 && rows.length === 0 && <p className="de-muted">{t('decisions.noRules')}</p>}
    </section>
  );
}

function sideOf(column: number, inputs: number) {
  if (column >= inputs) return column === inputs ? 'gives' : 'also';
  return column === 0 ? 'asks' : 'also';
}

const policies = ['UNIQUE', 'FIRST', 'ANY', 'COLLECT', 'PRIORITY'] as const;

/** Key of the sentence that says which of the rules that fit count. */
export function policyKey(hitPolicy: string, aggregation: string | undefined) {
  if (hitPolicy === 'RULE ORDER') return 'RULE_ORDER';
  if (hitPolicy === 'OUTPUT ORDER') return 'OUTPUT_ORDER';
  if (hitPolicy === 'COLLECT' && aggregation !== undefined)
    return `COLLECT_${(['SUM', 'MIN', 'MAX', 'COUNT'] as const).find((it) => it === aggregation) ?? 'SUM'}` as const;
  return policies.find((it) => it === hitPolicy) ?? 'UNIQUE';
}
