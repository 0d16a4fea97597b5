import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import { type EntryOf, entriesOf } from '../editing/entry-lists.ts';
import { ManyField, NameField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { useChoices } from '../editing/use-choices.ts';
import { filled, type Patch } from '../editing/with-patch.ts';
import { WeekChart } from './week-chart.tsx';
import { WeeksFields } from './weeks-fields.tsx';
import { WindowExceptions } from './window-exceptions.tsx';
import { WorkingDays } from './working-days.tsx';

/** 校历: when in the term what happens, inside the frame of the layer above; and days that are worked or not. */
export function CalendarPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('workbench.item.calendar')} hint={t('settings.windows.hint')}>
      <Windows />
      <WorkingDays />
    </ManifestEditor>
  );
}

function Windows() {
  const { t } = useTranslation('designer');
  const { manifest } = useManifestDraft();
  const windows = entriesOf(manifest, 'windows');
  return (
    <>
      {windows.length > 0 && <WeekChart windows={windows} />}
      <EntryEditor
        list="windows"
        nameOf={({ name }) => name}
        fresh={(_, key) => ({ key, name: t('settings.windows.new'), weeks: { from: 1, to: 2 } })}
      >
        {(window, set) => <Window window={window} set={set} />}
      </EntryEditor>
    </>
  );
}

interface WindowProps {
  readonly window: EntryOf['windows'];
  readonly set: (patch: Patch<EntryOf['windows']>) => void;
}

function Window({ window, set }: WindowProps) {
  const { t } = useTranslation('designer');
  const { isFixed } = useManifestDraft();
  const choices = useChoices();
  const { key, weeks, frame, slots = [] } = window;
  const isFrameFixed = isFixed(`window:${key}`, 'frame');
  return (
    <>
      <div className="de-fields">
        <NameField value={window.name} onChange={(name) => set({ name })} />
        <ManyField
          label={t('settings.windows.slots')}
          property="slots"
          hint={t('settings.windows.every')}
          value={slots.map(String)}
          choices={choices.termSlots}
          onChange={(next) => set({ slots: filled(next.map(Number).sort((a, b) => a - b)) })}
        />
        <WeeksFields property="weeks" weeks={weeks} onChange={(next) => set({ weeks: next })} />
      </div>
      <fieldset className="de-fieldset">
        <legend>{t('settings.windows.frame')}</legend>
        {frame && <WeeksFields property="frame" weeks={frame} onChange={(next) => set({ frame: next })} />}
        {!isFrameFixed && (
          <Button onClick={() => set({ frame: frame ? undefined : { ...weeks } })}>
            {t(frame ? 'settings.windows.removeFrame' : 'settings.windows.addFrame')}
          </Button>
        )}
      </fieldset>
      <WindowExceptions window={window} onChange={(exceptions) => set({ exceptions })} />
      <LockFields lock={window.lock} onChange={(lock) => set({ lock })} />
    </>
  );
}
