import {
  CaretDownOutlined,
  CaretRightOutlined,
  EditOutlined,
  EyeOutlined,
  LockOutlined,
} from '@ant-design/icons';
import type { LayerSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { StateTag } from '@oneplan/runtime/ui/state/StateTag.tsx';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses } from '../addresses.ts';
import { Fingerprint } from '../fingerprint.tsx';
import { LayerDetails } from './layer-details.tsx';
import { layerStanding } from './layer-standing.ts';
import { layersAbove } from './layers-above.ts';

interface LayerTableProps {
  readonly planName: string;
  readonly layers: readonly LayerSummary[];
}

/** The layers of one plan, one row each; those below stand indented under what they extend. */
export function LayerTable({ planName, layers }: LayerTableProps) {
  const { t } = useTranslation('designer');
  return (
    <table className="de-table de-layer-table" aria-label={planName}>
      <thead>
        <tr>
          {(['unit', 'extends', 'published', 'draft', 'running', 'action'] as const).map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`layers.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {layers.map((layer) => (
          <LayerRow key={layer.id} layer={layer} all={layers} />
        ))}
      </tbody>
    </table>
  );
}

interface LayerRowProps {
  readonly layer: LayerSummary;
  readonly all: readonly LayerSummary[];
}

function LayerRow({ layer, all }: LayerRowProps) {
  const { t } = useTranslation('designer');
  const { orgUnit, published } = layer;
  const [open, setOpen] = useState(false);
  const details = useId();
  const row = (
    <tr>
      <th scope="row" style={{ paddingInlineStart: 8 + 32 * layersAbove(layer, all).length }}>
        <span className="de-layer-unit">
          <Button
            type="text"
            size="small"
            icon={open ? <CaretDownOutlined /> : <CaretRightOutlined />}
            aria-expanded={open}
            aria-controls={details}
            aria-label={t('layers.details.toggle', { name: orgUnit.name })}
            onClick={() => setOpen(!open)}
          />
          <span className="de-kind">{t(`layers.kind.${orgUnit.kind}`)}</span>
          <strong>{orgUnit.name}</strong>
          {!layer.editable && (
            <span className="de-mark" title={t('layers.readOnly')}>
              <LockOutlined aria-hidden /> {t('layers.readOnly')}
            </span>
          )}
        </span>
      </th>
      <td>
        {layer.extends === null ? (
          <span className="de-muted">{t('layers.top')}</span>
        ) : (
          t('layers.extends', { name: layer.extends.orgUnitName, version: layer.extends.version })
        )}
      </td>
      <td>
        {published === null ? (
          <span className="de-muted">{t('layers.unpublished')}</span>
        ) : (
          <span className="de-published">
            <span>
              {t('layers.version', { version: published.version })} <Fingerprint of={published.fingerprint} />
            </span>
            <span className="de-muted de-small">
              <Moment at={published.publishedAt} />
            </span>
          </span>
        )}
      </td>
      <td>
        <Standing layer={layer} all={all} />
      </td>
      <td className="de-number">{t('layers.runningCount', { count: published?.running ?? 0 })}</td>
      <td>
        <Link
          to={addresses.layer(layer.id)}
          className="de-open"
          aria-label={t(layer.editable ? 'layers.editLabel' : 'layers.viewLabel', { name: orgUnit.name })}
        >
          {layer.editable ? <EditOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
          {t(layer.editable ? 'layers.edit' : 'layers.view')}
        </Link>
      </td>
    </tr>
  );
  return (
    <>
      {row}
      {open && (
        <tr id={details}>
          <td colSpan={6}>
            <LayerDetails layerId={layer.id} />
          </td>
        </tr>
      )}
    </>
  );
}

/** How the layer stands, and what it waits for. */
function Standing({ layer, all }: LayerRowProps) {
  const { t } = useTranslation('designer');
  const standing = layerStanding(layer, all);
  if (standing.kind === 'behind')
    return (
      <StateTag
        state="waiting"
        label={t('layers.standing.behind', { name: standing.authority, version: standing.version })}
      />
    );
  if (layer.changed) return <StateTag state="draft" label={t('layers.changed')} />;
  return (
    <StateTag
      state="confirmed"
      label={t(standing.kind === 'unpublished' ? 'layers.asAbove' : 'layers.unchanged')}
    />
  );
}
