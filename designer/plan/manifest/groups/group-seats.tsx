import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { roles } from '@oneplan/runtime/contracts/roles.ts';
import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type EntryOf, freeKey } from '../editing/entry-lists.ts';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { StatedLockNote } from '../editing/stated-lock-note.tsx';
import { useChoices } from '../editing/use-choices.ts';
import { filled, type Patch, withItem } from '../editing/with-patch.ts';

type Seats = NonNullable<EntryOf['groups']['composition']>;

interface GroupSeatsProps {
  readonly group: EntryOf['groups'];
  readonly onChange: (composition: Seats | undefined) => void;
}

/** The seats of a group: who may hold each, and how many there are. */
export function GroupSeats({ group, onChange }: GroupSeatsProps) {
  const { t } = useTranslation('designer');
  const { locks, readOnly } = useManifestDraft();
  const choices = useChoices();
  const { key, composition = [] } = group;
  const set = (index: number, patch: Patch<Seats[number]>) => onChange(withItem(composition, index, patch));
  const isFixed = (seat: string, property: string) =>
    readOnly || locks.ofProperty(`group:${key}/${seat}`, property)?.lock.class === 'LOCKED';
  const words = (name: string, what: 'seat' | 'seatRole' | 'min' | 'max') =>
    `${name} ${t(`settings.groups.${what}`)}`;
  return (
    <fieldset className="de-fieldset">
      <legend>{t('settings.groups.composition')}</legend>
      {composition.length > 0 && (
        <table className="de-table de-slim">
          <thead>
            <tr>
              {(['seat', 'seatRole', 'min', 'max'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`settings.groups.${column}`)}
                </th>
              ))}
              <th scope="col">{t('settings.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {composition.map((seat, index) => {
              const stated = locks.ofElement(`group:${key}/${seat.key}`);
              return (
                <tr key={seat.key}>
                  <td>
                    <Input
                      aria-label={words(seat.name, 'seat')}
                      value={seat.name}
                      maxLength={40}
                      disabled={isFixed(seat.key, 'name')}
                      onChange={(event) => set(index, { name: event.target.value })}
                    />
                  </td>
                  <td>
                    <Select
                      className="de-seat-role"
                      aria-label={words(seat.name, 'seatRole')}
                      value={seat.role ?? ''}
                      disabled={isFixed(seat.key, 'role')}
                      options={[{ value: '', label: t('settings.groups.anybody') }, ...choices.roles]}
                      onChange={(next) => set(index, { role: roles.find((role) => role === next) })}
                    />
                  </td>
                  <td>
                    <InputNumber
                      aria-label={words(seat.name, 'min')}
                      min={0}
                      max={1000}
                      precision={0}
                      value={seat.min}
                      disabled={isFixed(seat.key, 'min')}
                      onChange={(min) => set(index, { min: min ?? 0 })}
                    />
                  </td>
                  <td>
                    <InputNumber
                      aria-label={words(seat.name, 'max')}
                      min={0}
                      max={1000}
                      precision={0}
                      value={seat.max ?? null}
                      disabled={isFixed(seat.key, 'max')}
                      onChange={(max) => set(index, { max: max ?? undefined })}
                    />
                  </td>
                  <td>
                    {stated ? (
                      <StatedLockNote name={seat.name} stated={stated} />
                    ) : (
                      <Button
                        type="text"
                        icon={<DeleteOutlined />}
                        disabled={readOnly}
                        aria-label={t('settings.removeNamed', { name: seat.name })}
                        onClick={() => onChange(filled(composition.filter((_, at) => at !== index)))}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {!readOnly && (
        <Button
          icon={<PlusOutlined />}
          onClick={() =>
            onChange([
              ...composition,
              { key: freeKey(composition, 'seat'), name: t('settings.groups.newSeat'), min: 1 },
            ])
          }
        >
          {t('settings.groups.addSeat')}
        </Button>
      )}
    </fieldset>
  );
}
