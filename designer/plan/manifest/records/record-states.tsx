import { recordStates } from '@oneplan/runtime/contracts/api/records.ts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { RemoveButton, RowsTable } from '../editing/rows-table.tsx';
import { useFlowElements } from '../use-flow-elements.ts';

interface State {
  readonly element: string;
  readonly state: (typeof recordStates)[number];
}

/** The state that a record takes when its flow comes to an element. */
export function RecordStates({ process }: { readonly process: string }) {
  const { t } = useTranslation('designer');
  const { manifest, readOnly, change } = useManifestDraft();
  const elements = useFlowElements().filter((it) => it.process === process && it.name !== '');
  const states: readonly State[] = manifest.processes.find(({ key }) => key === process)?.states ?? [];
  const set = (next: readonly State[]) =>
    change(null, (it) => ({
      ...it,
      processes: it.processes.map((entry) =>
        entry.key === process ? { ...entry, states: [...next] } : entry,
      ),
    }));
  const free = elements.find(({ id }) => states.every(({ element }) => element !== id));
  const nameOf = (element: string) => elements.find(({ id }) => id === element)?.name ?? element;
  return (
    <RowsTable
      title={t('settings.records.states')}
      columns={[t('settings.records.element'), t('settings.records.state')]}
      add={
        readOnly || !free
          ? undefined
          : {
              label: t('settings.records.addState'),
              onPress: () => set([...states, { element: free.id, state: 'submitted' }]),
            }
      }
    >
      {states.map((entry) => (
        <tr key={entry.element}>
          <td>
            <Select
              aria-label={t('settings.records.elementOf', { name: nameOf(entry.element) })}
              value={entry.element}
              disabled={readOnly}
              popupMatchSelectWidth={false}
              options={elements
                .filter(({ id }) => id === entry.element || states.every(({ element }) => element !== id))
                .map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(element) => set(states.map((it) => (it === entry ? { ...it, element } : it)))}
            />
          </td>
          <td>
            <Select
              aria-label={t('settings.records.stateAt', { name: nameOf(entry.element) })}
              value={entry.state}
              disabled={readOnly}
              popupMatchSelectWidth={false}
              options={recordStates.map((state) => ({
                value: state,
                label: t(`settings.records.stateNames.${state}`),
              }))}
              onChange={(state) => set(states.map((it) => (it === entry ? { ...it, state } : it)))}
            />
          </td>
          <td>
            <RemoveButton
              name={nameOf(entry.element)}
              disabled={readOnly}
              onPress={() => set(states.filter((it) => it !== entry))}
            />
          </td>
        </tr>
      ))}
    </RowsTable>
  );
}
