import { groupKinds, orgUnitKinds } from '@oneplan/runtime/contracts/roles.ts';
import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import type { EntryOf } from '../editing/entry-lists.ts';
import { ManyField, NameField, NumberField, OneOfField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { filled, type Patch, withPatch } from '../editing/with-patch.ts';
import { GroupSeats } from './group-seats.tsx';

/** 工作组: how a group is made up, when it may decide, who stands back, how long it is in office. */
export function GroupsPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.groups.title')} hint={t('settings.groups.hint')}>
      <EntryEditor
        list="groups"
        nameOf={({ name }) => name}
        fresh={(_, key) => ({
          key,
          kind: 'expert',
          name: t('settings.groups.new'),
          at: 'school',
          members: { min: 3 },
        })}
      >
        {(group, set) => <Group group={group} set={set} />}
      </EntryEditor>
    </ManifestEditor>
  );
}

const recusals = [
  'contested-person',
  'guardian-of-pupil',
  'evaluator-of-pupil',
  'member-of-other-group',
] as const;

interface GroupProps {
  readonly group: EntryOf['groups'];
  readonly set: (patch: Patch<EntryOf['groups']>) => void;
}

function Group({ group, set }: GroupProps) {
  const { t } = useTranslation('designer');
  const { members } = group;
  return (
    <>
      <div className="de-fields">
        <NameField value={group.name} onChange={(name) => set({ name })} />
        <OneOfField
          label={t('settings.groups.kind')}
          property="kind"
          value={group.kind}
          of={groupKinds}
          word={(value) => t(`settings.groups.kinds.${value}`)}
          onChange={(kind) => set({ kind })}
        />
        <OneOfField
          label={t('settings.groups.at')}
          property="at"
          value={group.at}
          of={orgUnitKinds}
          word={(value) => t(`manifest.roles.scope.${value}`)}
          onChange={(at) => set({ at })}
        />
        <NumberField
          label={t('settings.groups.min')}
          property="members.min"
          max={1000}
          unit={t('settings.groups.people')}
          value={members.min}
          onChange={(min) => set({ members: { ...members, min: min ?? 0 } })}
        />
        <NumberField
          label={t('settings.groups.max')}
          property="members.max"
          max={1000}
          unit={t('settings.groups.people')}
          value={members.max}
          onChange={(max) => set({ members: withPatch(members, { max }) })}
        />
        <NumberField
          label={t('settings.groups.quorum')}
          property="quorum"
          hint={t('settings.groups.quorumHint')}
          min={1}
          max={100}
          unit="%"
          value={group.quorum}
          onChange={(quorum) => set({ quorum })}
        />
        <NumberField
          label={t('settings.groups.term')}
          property="term"
          min={1}
          max={12}
          unit={t('settings.groups.termUnit')}
          value={group.term?.slots}
          onChange={(slots) => set({ term: slots === undefined ? undefined : { slots } })}
        />
      </div>
      <GroupSeats group={group} onChange={(composition) => set({ composition })} />
      <ManyField
        label={t('settings.groups.recusal')}
        property="recusal"
        value={group.recusal ?? []}
        choices={recusals.map((value) => ({ value, label: t(`settings.groups.recusals.${value}`) }))}
        onChange={(next) => set({ recusal: filled(recusals.filter((it) => next.includes(it))) })}
      />
      <LockFields lock={group.lock} onChange={(lock) => set({ lock })} />
    </>
  );
}
