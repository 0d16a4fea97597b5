import { Button, Checkbox, type CheckboxRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '../../contracts/api/tasks.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { isConfirmable, selectedOf } from './selection.ts';

interface BulkBarProps {
  readonly shown: readonly TaskSummary[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onDone: (ids: readonly string[]) => void;
}

/** Selects all that is shown, and confirms what is selected; nothing where nothing can be confirmed together. */
export function BulkBar({ shown, selected, onSelect, onDone }: BulkBarProps) {
  const { t } = useTranslation('portal');
  const [open, setOpen] = useState(false);
  const all = useRef<HTMLElement | null>(null);
  const possible = shown.filter(isConfirmable);
  const meant = selectedOf(shown, selected);
  if (possible.length < 2 && meant.length === 0 && !open) return null;
  return (
    <div className="po-action-bar po-bulk">
      <Checkbox
        ref={(box: CheckboxRef | null) => {
          all.current = box?.input ?? null;
        }}
        checked={meant.length > 0 && meant.length === possible.length}
        indeterminate={meant.length > 0 && meant.length < possible.length}
        onChange={({ target }) => onSelect(new Set(target.checked ? possible.map(({ id }) => id) : []))}
      >
        {t('inbox.bulk.all', { count: possible.length })}
      </Checkbox>
      {meant.length > 0 && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('inbox.bulk.open', { count: meant.length })}
        </Button>
      )}
      {open && <BulkDialog tasks={meant} returnTo={all} onDone={onDone} onClose={() => setOpen(false)} />}
    </div>
  );
}
