import type { ListedLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { defaultTimeZone } from '@oneplan/runtime/ui/dates.ts';
import { StateTag } from '@oneplan/runtime/ui/state/StateTag.tsx';
import type { StateName } from '@oneplan/runtime/ui/state/states.ts';
import { useTranslation } from 'react-i18next';
import { newerVersion } from '../upgrade/newer-version.ts';
import { type LayerStanding, layerStanding } from './layer-standing.ts';

interface LayerStateProps {
  readonly layer: ListedLayer;
  readonly all: readonly ListedLayer[];
}

const tags: Readonly<Record<LayerStanding['kind'], StateName>> = {
  filed: 'waiting',
  returned: 'returned',
  accepted: 'confirmed',
  checked: 'done',
  scheduled: 'noticed',
  'as-above': 'superseded',
  changed: 'draft',
  'in-force': 'published',
};

/** How the layer stands, and whether the one above has gone on since. */
export function LayerState({ layer, all }: LayerStateProps) {
  const { t } = useTranslation('designer');
  const standing = layerStanding(layer);
  const newer = newerVersion(layer, all);
  const name = layer.extends?.orgUnitName ?? '';
  return (
    <span className="de-layer-state">
      <StateTag
        state={tags[standing.kind]}
        label={t(`layers.standing.${standing.kind}`, {
          name,
          day: standing.kind === 'scheduled' ? dayAt(standing.from) : '',
        })}
      />
      {newer && (
        <StateTag
          state="waiting"
          label={t('layers.standing.behind', { name: newer.authority, version: newer.bundle.version })}
        />
      )}
    </span>
  );
}

/** `YYYY-MM-DD` where plans are in force. */
const dayAt = (instant: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: defaultTimeZone }).format(new Date(instant));
