import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type BundleSummary, getLayer, type LayerSummary } from '../../../contracts/api/plans.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { Field } from '../../app/field.tsx';
import { useSayMoment } from '../../app/say-moment.ts';

/** From which version of which layer to which. */
export interface Versions {
  readonly layerId: string;
  readonly from: string | null;
  readonly to: string | null;
}

interface VersionFieldsProps {
  readonly layers: readonly LayerSummary[];
  readonly versions: Versions;
  readonly onChange: (versions: Versions) => void;
}

/** The version that flows run on, and the one that they are to go on with: the newest, unless another is chosen. */
export function VersionFields({ layers, versions, onChange }: VersionFieldsProps) {
  const { t } = useTranslation('portal');
  const say = useSayMoment();
  const { data } = useAnswer(getLayer, { params: { id: versions.layerId } });
  const bundles = data?.bundles ?? [];
  const words = (bundle: BundleSummary) =>
    t('operations.migration.versionOption', {
      version: bundle.version,
      at: say(bundle.publishedAt),
      count: bundle.running,
    });
  const options = bundles.map((bundle) => ({ value: bundle.id, label: words(bundle) }));
  return (
    <fieldset className="po-op-fields">
      <legend className="op-visually-hidden">{t('operations.migration.choose')}</legend>
      <Field label={t('operations.migration.plan')}>
        {(control) => (
          <Select
            {...control}
            value={versions.layerId}
            onChange={(layerId: string) => onChange({ layerId, from: null, to: null })}
            options={layers.map(({ id, planName, orgUnit }) => ({
              value: id,
              label: `${planName} · ${orgUnit.name}`,
            }))}
          />
        )}
      </Field>
      <Field label={t('operations.migration.from')}>
        {(control) => (
          <Select
            {...control}
            value={versions.from}
            placeholder={t('operations.migration.pick')}
            onChange={(from: string) =>
              onChange({
                ...versions,
                from,
                to: versions.to ?? bundles.find(({ id }) => id !== from)?.id ?? null,
              })
            }
            options={options.filter(({ value }) => value !== versions.to || value === versions.from)}
          />
        )}
      </Field>
      <Field label={t('operations.migration.to')}>
        {(control) => (
          <Select
            {...control}
            value={versions.to}
            placeholder={t('operations.migration.pick')}
            onChange={(to: string) => onChange({ ...versions, to })}
            options={options.filter(({ value }) => value !== versions.from)}
          />
        )}
      </Field>
    </fieldset>
  );
}
