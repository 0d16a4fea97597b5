import type { PlanParameter } from '@oneplan/runtime/plan/parameter.ts';
import { useTranslation } from 'react-i18next';
import { EntryEditor } from '../editing/entry-editor.tsx';
import { NameField, OneOfField, TextField } from '../editing/fields.tsx';
import { LockFields } from '../editing/lock-fields.tsx';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { ParameterOptions } from './parameter-options.tsx';
import { ParameterRange } from './parameter-range.tsx';
import { freeParameterKey, freshParameter, parameterTypes, retyped } from './retyped-parameter.ts';

/** 定义参数: which values a plan has that can be set without touching forms and flows, and within which bounds. */
export function ParameterDefinitionsPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.parameters.title')} hint={t('settings.parameters.hint')}>
      <EntryEditor
        list="parameters"
        nameOf={({ name }) => name}
        fresh={({ parameters }) => freshParameter(freeParameterKey(parameters), t('settings.parameters.new'))}
      >
        {(parameter) => <Definition parameter={parameter} />}
      </EntryEditor>
    </ManifestEditor>
  );
}

function Definition({ parameter }: { readonly parameter: PlanParameter }) {
  const { t } = useTranslation('designer');
  const { change } = useManifestDraft();
  const replace = (next: PlanParameter, what: string) =>
    change(`parameter:${parameter.key} ${what}`, (it) => ({
      ...it,
      parameters: it.parameters.map((other) => (other.key === next.key ? next : other)),
    }));
  const { description, ...undescribed } = parameter;
  return (
    <>
      <div className="de-fields">
        <NameField value={parameter.name} onChange={(name) => replace({ ...parameter, name }, 'name')} />
        <TextField
          label={t('settings.description')}
          property="description"
          max={120}
          value={description ?? ''}
          onChange={(next) =>
            replace(next === '' ? undescribed : { ...parameter, description: next }, 'description')
          }
        />
        <OneOfField
          label={t('settings.parameters.type')}
          property="type"
          value={parameter.type}
          of={parameterTypes}
          word={(type) => t(`settings.parameters.types.${type}`)}
          onChange={(type) => replace(retyped(parameter, type, t('settings.parameters.newOption')), 'type')}
        />
      </div>
      {(parameter.type === 'integer' || parameter.type === 'duration') && (
        <ParameterRange parameter={parameter} onChange={replace} />
      )}
      {parameter.type === 'enum' && <ParameterOptions parameter={parameter} onChange={replace} />}
      <LockFields
        required
        lock={parameter.lock}
        onChange={(lock) => replace({ ...parameter, lock: lock ?? parameter.lock }, 'lock')}
      />
    </>
  );
}
