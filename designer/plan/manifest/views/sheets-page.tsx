import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import type { EntryOf } from '../editing/entry-lists.ts';
import { ChoiceField, ManyField, NameField, OneOfField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { rolesAmong, useChoices } from '../editing/use-choices.ts';
import { filled, type Patch } from '../editing/with-patch.ts';
import { SheetBulk } from './sheet-bulk.tsx';

/** 评价表: filled for a whole roster at once, a row for each pupil. */
export function SheetsPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.sheets.title')} hint={t('settings.sheets.hint')}>
      <EntryEditor
        list="sheets"
        nameOf={({ name }) => name}
        fresh={({ indicators = [], records, roles }, key) => {
          const ticked = indicators.find(({ values }) => values !== undefined);
          const [record] = records;
          const [role] = roles;
          if (!role || (!ticked && !record)) return null;
          return {
            key,
            name: t('settings.sheets.new'),
            roster: 'class',
            every: 'term',
            ...(ticked
              ? { indicators: [ticked.code] }
              : { form: record?.form, columns: record ? [record.title] : [] }),
            filledBy: [role.key],
          };
        }}
      >
        {(sheet, set) => <Sheet sheet={sheet} set={set} />}
      </EntryEditor>
    </ManifestEditor>
  );
}

const rosters = ['class', 'grade', 'school', 'teaching-group'] as const;
const cycles = ['day', 'week', 'term'] as const;

interface SheetProps {
  readonly sheet: EntryOf['sheets'];
  readonly set: (patch: Patch<EntryOf['sheets']>) => void;
}

function Sheet({ sheet, set }: SheetProps) {
  const { t } = useTranslation('designer');
  const { manifest, forms } = useManifestDraft();
  const choices = useChoices();
  const ticked = (manifest.indicators ?? []).filter(
    ({ code, values }) => values !== undefined || sheet.indicators?.includes(code),
  );
  const components = [...(forms.get(sheet.form ?? '')?.components.values() ?? [])];
  return (
    <>
      <div className="de-fields">
        <NameField value={sheet.name} onChange={(name) => set({ name })} />
        <OneOfField
          label={t('settings.sheets.roster')}
          property="roster"
          value={sheet.roster}
          of={rosters}
          word={(value) => t(`settings.sheets.rosters.${value}`)}
          onChange={(roster) => set({ roster })}
        />
        <OneOfField
          label={t('settings.sheets.every')}
          property="every"
          value={sheet.every}
          of={cycles}
          word={(value) => t(`settings.sheets.cycles.${value}`)}
          onChange={(every) => set({ every })}
        />
        <ChoiceField
          label={t('settings.sheets.process')}
          property="process"
          optional
          value={sheet.process}
          choices={choices.processes}
          onChange={(process) => set({ process })}
        />
      </div>
      <ManyField
        label={t('settings.sheets.filledBy')}
        property="filledBy"
        value={sheet.filledBy}
        choices={choices.roles}
        onChange={(next) => next.length > 0 && set({ filledBy: rolesAmong(next) })}
      />
      <ManyField
        label={t('settings.sheets.indicators')}
        property="indicators"
        value={sheet.indicators ?? []}
        choices={ticked.map(({ code, text }) => ({ value: code, label: `${code} ${text}` }))}
        onChange={(next) => set({ indicators: filled(next) })}
      />
      <ChoiceField
        label={t('settings.sheets.form')}
        property="form"
        optional
        value={sheet.form}
        choices={choices.forms}
        onChange={(form) => set({ form, columns: form === undefined ? undefined : [] })}
      />
      {sheet.form !== undefined && (
        <ManyField
          label={t('settings.sheets.columns')}
          property="columns"
          value={sheet.columns ?? []}
          choices={components.map(({ path, label }) => ({ value: path, label }))}
          onChange={(columns) => set({ columns: [...columns] })}
        />
      )}
      <SheetBulk sheet={sheet} onChange={(bulk) => set({ bulk })} />
      <LockFields lock={sheet.lock} onChange={(lock) => set({ lock })} />
    </>
  );
}
