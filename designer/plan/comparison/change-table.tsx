import { AimOutlined } from '@ant-design/icons';
import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import { LockBook } from '@oneplan/runtime/plan/locks/lock-book.ts';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import type { StatedLock } from '@oneplan/runtime/plan/locks/stated-lock.ts';
import { Button } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { WhyButton } from '../explanation/why-button.tsx';
import { useMessageLanguage } from '../use-message-language.ts';
import { type ChangeRow, changeRows } from './change-row.ts';
import { ChangeTag } from './change-tag.tsx';
import type { Comparison } from './comparison.ts';
import { ElementComment, type ElementComments } from './element-comment.tsx';
import { ruleOfChange } from './rule-of-change.ts';

interface ChangeTableProps {
  /** What the changes are about. */
  readonly name: string;
  readonly comparison: Comparison;
  readonly above: readonly PlanLayer[];
  readonly changes: readonly PlanChange[];
  /** The element whose lines are marked and brought into view. */
  readonly chosen?: string | null;
  /** Shows the element in the picture; absent where there is none. */
  readonly onChoose?: (element: string) => void;
  /** What the authority above has to say of an element; absent outside a filing. */
  readonly comments?: ElementComments;
}

/** Changes as a table: what it is, which property, before, after, and the rule that it falls under. */
export function ChangeTable(props: ChangeTableProps) {
  const { name, comparison, above, changes, chosen, onChoose, comments } = props;
  const { t } = useTranslation('designer');
  const language = useMessageLanguage();
  const { base, mine } = comparison;
  const rows = useMemo(
    () => changeRows(changes, { base: base.side.tree, mine: mine.side.tree }, language),
    [changes, base, mine, language],
  );
  // An element with several lines is commented on at the first of them.
  const commented = useMemo(
    () => new Set(new Map([...rows].reverse().map((it) => [it.element, it])).values()),
    [rows],
  );
  const book = useMemo(() => (above.length > 0 ? new LockBook(above) : null), [above]);
  const marked = useRef<HTMLTableRowElement>(null);
  const chosenId = chosen?.slice(chosen.indexOf('/')) ?? null;
  const isChosen = ({ element }: ChangeRow) => chosenId !== null && element.endsWith(chosenId);
  const first = rows.findIndex(isChosen);
  useEffect(() => {
    if (chosen) marked.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <table className="de-table de-changes-table" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{t('comparison.column.change')}</th>
          <th scope="col">{t('comparison.column.element')}</th>
          <th scope="col">{t('comparison.column.property')}</th>
          <th scope="col">{base.name}</th>
          <th scope="col">{mine.name}</th>
          <th scope="col">{t('comparison.column.rule')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row
            key={row.id}
            ref={index === first ? marked : undefined}
            row={row}
            rule={book ? ruleOfChange(row.source, book) : undefined}
            chosen={isChosen(row)}
            onChoose={onChoose}
            comments={commented.has(row) ? comments : undefined}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly ref: React.Ref<HTMLTableRowElement> | undefined;
  readonly row: ChangeRow;
  readonly rule: StatedLock | undefined;
  readonly chosen: boolean;
  readonly onChoose: ChangeTableProps['onChoose'];
  readonly comments: ElementComments | undefined;
}

function Row({ ref, row, rule, chosen, onChoose, comments }: RowProps) {
  const { t } = useTranslation('designer');
  const inPicture = onChoose && /^(process|step|state):[^/]+\//.test(row.element);
  return (
    <tr ref={ref} data-chosen={chosen}>
      <td className="de-nowrap">
        <ChangeTag change={row.change} />
      </td>
      <th scope="row">
        <span className="de-small de-muted">{row.kind}</span>
        {row.name}
        {inPicture && (
          <Button
            type="text"
            size="small"
            className="de-no-print"
            icon={<AimOutlined />}
            aria-label={t('comparison.find', { name: row.name })}
            title={t('comparison.find', { name: row.name })}
            onClick={() => onChoose(row.element)}
          />
        )}
      </th>
      <td>{row.property ?? <span className="de-muted">{t('comparison.whole')}</span>}</td>
      <td className="de-before">{row.before === undefined ? '' : row.before || t('comparison.nothing')}</td>
      <td className="de-after">{row.after === undefined ? '' : row.after || t('comparison.nothing')}</td>
      <td>
        <WhyButton
          element={row.element}
          name={row.name}
          rule={rule}
          path={row.source.change === 'changed' ? row.source.path : undefined}
        />
        {comments && <ElementComment element={row.element} name={row.name} comments={comments} />}
      </td>
    </tr>
  );
}
