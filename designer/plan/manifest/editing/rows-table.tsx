import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface RowsTableProps {
  readonly title: string;
  /** Headings of the columns before the one with the buttons. */
  readonly columns: readonly string[];
  /** Absent: no row can be added. */
  readonly add?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** The rows; without any, no table is shown. */
  readonly children: readonly ReactNode[];
}

/** A list inside an entry, a row for each: its fields and, in the last column, what can be done with it. */
export function RowsTable({ title, columns, add, children }: RowsTableProps) {
  const { t } = useTranslation('designer');
  return (
    <fieldset className="de-fieldset">
      <legend>{title}</legend>
      {children.length > 0 && (
        <table className="de-table de-slim">
          <thead>
            <tr>
              {[...columns, t('settings.actions')].map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      )}
      {add && (
        <Button icon={<PlusOutlined />} onClick={add.onPress}>
          {add.label}
        </Button>
      )}
    </fieldset>
  );
}

interface RemoveButtonProps {
  /** What is removed. */
  readonly name: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

export function RemoveButton({ name, disabled, onPress }: RemoveButtonProps) {
  const { t } = useTranslation('designer');
  return (
    <Button
      type="text"
      icon={<DeleteOutlined />}
      disabled={disabled}
      aria-label={t('settings.removeNamed', { name })}
      onClick={onPress}
    />
  );
}

interface MoveButtonsProps {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly disabled: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

export function MoveButtons({ name, index, count, disabled, onMove }: MoveButtonsProps) {
  const { t } = useTranslation('designer');
  return (
    <>
      <Button
        type="text"
        icon={<ArrowUpOutlined />}
        disabled={disabled || index === 0}
        aria-label={t('settings.upNamed', { name })}
        onClick={() => onMove(-1)}
      />
      <Button
        type="text"
        icon={<ArrowDownOutlined />}
        disabled={disabled || index === count - 1}
        aria-label={t('settings.downNamed', { name })}
        onClick={() => onMove(1)}
      />
    </>
  );
}
