import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses, placeParameter } from '../../addresses.ts';
import { useWorkbench } from '../../workbench/workbench-context.ts';
import { EntryEditor } from '../editing/entry-editor.tsx';
import type { EntryOf } from '../editing/entry-lists.ts';
import { ChoiceField, OneOfField, TextField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import type { Patch } from '../editing/with-patch.ts';
import { Facts } from '../facts.tsx';
import { FlowElementField } from '../flow-element-field.tsx';
import { useFlowElements } from '../use-flow-elements.ts';
import { useParameterWords } from '../use-parameter-words.ts';
import { freshNotice, noticeTopics } from './fresh-notice.ts';
import { NoticeFields } from './notice-fields.tsx';

/** 公示: what a notice shows, to whom and how long, with a check of privacy as one ticks. */
export function NoticesPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.notices.title')} hint={t('settings.notices.hint')}>
      <Notices />
    </ManifestEditor>
  );
}

function Notices() {
  const { t } = useTranslation('designer');
  const elements = useFlowElements();
  return (
    <EntryEditor
      list="notices"
      nameOf={({ heading }) => heading}
      fresh={(manifest, key) => freshNotice(manifest, key, elements, t('settings.notices.new'))}
    >
      {(notice, set) => <Notice notice={notice} set={set} />}
    </EntryEditor>
  );
}

const audiences = ['class', 'grade', 'school'] as const;

interface NoticeProps {
  readonly notice: EntryOf['notices'];
  readonly set: (patch: Patch<EntryOf['notices']>) => void;
}

function Notice({ notice, set }: NoticeProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { manifest } = useManifestDraft();
  const { sayValue } = useParameterWords();
  const durations = manifest.parameters.filter(({ type }) => type === 'duration');
  const period = durations.find(({ key }) => key === notice.period);
  const process = manifest.processes.find(({ key }) => key === notice.process);
  const place = new URLSearchParams({ [placeParameter]: notice.open });
  return (
    <>
      <Facts
        items={[
          [
            t('settings.notices.process'),
            <Link key="process" to={`${addresses.process(layer.id, notice.process)}?${place}`}>
              {process?.name ?? notice.process}
            </Link>,
          ],
        ]}
      />
      <div className="de-fields">
        <TextField
          label={t('settings.notices.heading')}
          property="heading"
          max={60}
          value={notice.heading}
          onChange={(heading) => set({ heading })}
        />
        <OneOfField
          label={t('settings.notices.audience')}
          property="audience"
          value={notice.audience}
          of={audiences}
          word={(value) => t(`manifest.notices.${value}`)}
          onChange={(audience) => set({ audience })}
        />
        <ChoiceField
          label={t('settings.notices.period')}
          property="period"
          hint={
            period && (
              <Link to={addresses.setting(layer.id, 'parameters')}>
                {t('settings.notices.periodHint', { value: sayValue(period, period.value) })}
              </Link>
            )
          }
          value={notice.period}
          choices={durations.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(next) => set({ period: next ?? notice.period })}
        />
        <FlowElementField
          label={t('settings.notices.open')}
          property="open"
          topic={noticeTopics.open}
          process={notice.process}
          value={notice.open}
          onChange={({ process, id }) => set({ process, open: id })}
        />
        <FlowElementField
          label={t('settings.notices.close')}
          property="close"
          topic={noticeTopics.close}
          process={notice.process}
          value={notice.close}
          onChange={({ process, id }) => set({ process, close: id })}
        />
      </div>
      <NoticeFields notice={notice} onChange={(fields) => set({ fields })} />
      <LockFields required lock={notice.lock} onChange={(lock) => set({ lock: lock ?? notice.lock })} />
    </>
  );
}
