import { useTranslation } from 'react-i18next';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { superseded } from './superseded.ts';

/** Which version each cohort has until the new one takes over. */
export function SupersededLines({ cohorts }: { readonly cohorts: readonly number[] }) {
  const { t } = useTranslation('designer');
  const { bundles, layer } = useWorkbench();
  const lines = superseded(bundles, cohorts);
  if (lines.length === 0) return null;
  const years = (of: readonly number[]) =>
    of.map((year) => t('publishing.dialog.cohort', { year })).join(t('publishing.dialog.separator'));
  const from = (version: number | null) => {
    if (version !== null) return t('publishing.superseding.own', { version });
    return layer.extends === null
      ? t('publishing.superseding.nothing')
      : t('publishing.superseding.above', {
          name: layer.extends.orgUnitName,
          version: layer.extends.version,
        });
  };
  return (
    <ul className="de-superseding">
      {lines.map((line) => (
        <li key={line.version ?? 'none'}>
          {t('publishing.superseding.line', { cohorts: years(line.cohorts), from: from(line.version) })}
        </li>
      ))}
    </ul>
  );
}
