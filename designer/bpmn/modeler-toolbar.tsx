import {
  AimOutlined,
  ApartmentOutlined,
  BorderInnerOutlined,
  PlusOutlined,
  RedoOutlined,
  UndoOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenModeler } from './modeler.ts';

interface ModelerToolbarProps {
  readonly steps: { readonly undo: boolean; readonly redo: boolean };
  readonly modeler: () => OpenModeler | null;
}

/** What can be done with the diagram as a whole. */
export function ModelerToolbar({ steps, modeler }: ModelerToolbarProps) {
  const { t } = useTranslation('editors');
  const { t: f } = useTranslation('flow');
  return (
    <div className="op-modeler-bar" role="toolbar" aria-label={t('process.canvas')}>
      <Tool
        icon={<UndoOutlined />}
        label={t('process.undo')}
        off={!steps.undo}
        press={() => modeler()?.undo()}
      />
      <Tool
        icon={<RedoOutlined />}
        label={t('process.redo')}
        off={!steps.redo}
        press={() => modeler()?.redo()}
      />
      <Tool icon={<ZoomInOutlined />} label={t('process.zoomIn')} press={() => modeler()?.zoom(1)} />
      <Tool icon={<ZoomOutOutlined />} label={t('process.zoomOut')} press={() => modeler()?.zoom(-1)} />
      <Tool icon={<AimOutlined />} label={t('process.fit')} press={() => modeler()?.fit()} />
      <Tool
        icon={<BorderInnerOutlined />}
        label={f('tool.minimap')}
        press={() => modeler()?.toggleMinimap()}
      />
      <Tool icon={<ApartmentOutlined />} label={f('tool.layout')} press={() => void modeler()?.arrange()} />
      <Button type="text" icon={<PlusOutlined />} onClick={() => modeler()?.create()}>
        {f('tool.create')}
      </Button>
    </div>
  );
}

interface ToolProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly off?: boolean;
  readonly press: () => void;
}

function Tool({ icon, label, off = false, press }: ToolProps) {
  return (
    <Tooltip title={label}>
      <Button type="text" icon={icon} aria-label={label} disabled={off} onClick={press} />
    </Tooltip>
  );
}
