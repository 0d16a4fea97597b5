import {
  CaretDownOutlined,
  CaretRightOutlined,
  EditOutlined,
  EyeOutlined,
  HistoryOutlined,
  LockOutlined,
} from '@ant-design/icons';
import type { ListedLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { Moment } from '@oneplan/runtime/ui/Moment.tsx';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses } from '../addresses.ts';
import { Fingerprint } from '../fingerprint.tsx';
import { LayerDetails } from './layer-details.tsx';
import { LayerState } from './layer-state.tsx';
import type { LayerNode } from './layer-tree.ts';
import { LayerWork } from './layer-work.tsx';

interface LayerRowProps {
  readonly line: LayerNode<ListedLayer>;
  readonly all: readonly ListedLayer[];
  readonly columns: number;
  /** Undefined: it can be neither closed nor opened now. */
  readonly closed: boolean | undefined;
  readonly onToggle: (id: string) => void;
}

/** A layer: whose it is, what is published, how the draft stands, who works on it; and under it its versions and edits. */
export function LayerRow({ line: { layer, depth, below }, all, columns, closed, onToggle }: LayerRowProps) {
  const { t } = useTranslation('designer');
  const { orgUnit, published } = layer;
  const { name } = orgUnit;
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <>
      <tr>
        <th scope="row" style={{ paddingInlineStart: 12 + 24 * depth }}>
          <span className="de-layer-unit">
            {below > 0 && closed !== undefined ? (
              <Button
                type="text"
                size="small"
                icon={closed ? <CaretRightOutlined /> : <CaretDownOutlined />}
                aria-expanded={!closed}
                aria-label={t('layers.below', { name, count: below })}
                onClick={() => onToggle(layer.id)}
              />
            ) : (
              <span className="de-layer-leaf" />
            )}
            <span className="de-kind">{t(`layers.kind.${orgUnit.kind}`)}</span>
            <span>
              <strong>{name}</strong>
              {!layer.editable && (
                <span className="de-mark" title={t('layers.readOnly')}>
                  {' '}
                  <LockOutlined aria-hidden /> {t('layers.readOnly')}
                </span>
              )}
              <span className="de-muted de-small">
                {layer.extends === null
                  ? t('layers.top')
                  : t('layers.basedOn', { name: layer.extends.orgUnitName, version: layer.extends.version })}
                {closed && ` · ${t('layers.closedBelow', { count: below })}`}
              </span>
            </span>
          </span>
        </th>
        <td>
          {published === null ? (
            <span className="de-muted">{t('layers.unpublished')}</span>
          ) : (
            <span className="de-published">
              <span className="de-nowrap">
                {t('layers.version', { version: published.version })}{' '}
                <Fingerprint of={published.fingerprint} />
              </span>
              <span className="de-muted de-small">
                <Moment at={published.publishedAt} />
              </span>
            </span>
          )}
        </td>
        <td>
          <LayerState layer={layer} all={all} />
        </td>
        <td>
          <LayerWork layer={layer} />
        </td>
        <td className="de-number">{t('layers.runningCount', { count: published?.running ?? 0 })}</td>
        <td>
          <span className="de-layer-acts">
            <Link
              to={addresses.layer(layer.id)}
              className="de-open"
              aria-label={t(layer.editable ? 'layers.editLabel' : 'layers.viewLabel', { name })}
            >
              {layer.editable ? <EditOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
              {t(layer.editable ? 'layers.edit' : 'layers.view')}
            </Link>
            <Button
              type="text"
              icon={<HistoryOutlined />}
              aria-expanded={open}
              aria-controls={details}
              aria-label={t('layers.details.toggle', { name })}
              title={t('layers.details.toggle', { name })}
              onClick={() => setOpen(!open)}
            />
          </span>
        </td>
      </tr>
      {open && (
        <tr id={details}>
          <td colSpan={columns}>
            <LayerDetails layerId={layer.id} />
          </td>
        </tr>
      )}
    </>
  );
}
