import { roles } from '@oneplan/runtime/contracts/roles.ts';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '../../../app/number-input.tsx';
import { type EntryOf, freeKey } from '../editing/entry-lists.ts';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { RemoveButton, RowsTable } from '../editing/rows-table.tsx';
import { StatedLockNote } from '../editing/stated-lock-note.tsx';
import { useChoices } from '../editing/use-choices.ts';
import { filled, type Patch, withItem } from '../editing/with-patch.ts';

type Seats = NonNullable<EntryOf['groups']['composition']>;

interface GroupSeatsProps {
  readonly group: EntryOf['groups'];
  readonly onChange: (composition: Seats | undefined) => void;
}

const columns = ['seat', 'seatRole', 'min', 'max'] as const;

/** The seats of a group: who may hold each, and how many there are. */
export function GroupSeats({ group, onChange }: GroupSeatsProps) {
  const { t } = useTranslation('designer');
  const { locks, readOnly, isFixed } = useManifestDraft();
  const choices = useChoices();
  const { key, composition = [] } = group;
  const set = (index: number, patch: Patch<Seats[number]>) => onChange(withItem(composition, index, patch));
  const words = (name: string, column: (typeof columns)[number]) =>
    `${name} ${t(`settings.groups.${column}`)}`;
  const add = () =>
    onChange([
      ...composition,
      { key: freeKey(composition, 'seat'), name: t('settings.groups.newSeat'), min: 1 },
    ]);
  return (
    <RowsTable
      title={t('settings.groups.composition')}
      columns={columns.map((column) => t(`settings.groups.${column}`))}
      add={readOnly ? undefined : { label: t('settings.groups.addSeat'), onPress: add }}
    >
      {composition.map((seat, index) => {
        const element = `group:${key}/${seat.key}`;
        const stated = locks.ofElement(element);
        return (
          <tr key={seat.key}>
            <td>
              <Input
                aria-label={words(seat.name, 'seat')}
                value={seat.name}
                maxLength={40}
                disabled={isFixed(element, 'name')}
                onChange={(event) => set(index, { name: event.target.value })}
              />
            </td>
            <td>
              <Select
                className="de-seat-role"
                aria-label={words(seat.name, 'seatRole')}
                value={seat.role ?? ''}
                disabled={isFixed(element, 'role')}
                options={[{ value: '', label: t('settings.groups.anybody') }, ...choices.roles]}
                onChange={(next) => set(index, { role: roles.find((role) => role === next) })}
              />
            </td>
            <td>
              <NumberInput
                aria-label={words(seat.name, 'min')}
                min={0}
                max={1000}
                precision={0}
                value={seat.min}
                disabled={isFixed(element, 'min')}
                onChange={(min) => set(index, { min: min ?? 0 })}
              />
            </td>
            <td>
              <NumberInput
                aria-label={words(seat.name, 'max')}
                min={0}
                max={1000}
                precision={0}
                value={seat.max ?? null}
                disabled={isFixed(element, 'max')}
                onChange={(max) => set(index, { max: max ?? undefined })}
              />
            </td>
            <td>
              {stated ? (
                <StatedLockNote name={seat.name} stated={stated} />
              ) : (
                <RemoveButton
                  name={seat.name}
                  disabled={readOnly}
                  onPress={() => onChange(filled(composition.filter((_, at) => at !== index)))}
                />
              )}
            </td>
          </tr>
        );
      })}
    </RowsTable>
  );
}
