import { ImportOutlined } from '@ant-design/icons';
import { exportDraft } from '@oneplan/runtime/contracts/api/plan-files.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { ExportButton } from './export-button.tsx';

/** 方案文件: the draft out as one file, and another one in. */
export function PlanFileCard() {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const navigate = useNavigate();
  return (
    <section className="de-card" aria-labelledby="de-plan-file">
      <h2 id="de-plan-file">{t('planFile.title')}</h2>
      <p className="de-muted">{t('planFile.hint')}</p>
      <div className="de-buttons">
        <ExportButton of={exportDraft} id={layer.id}>
          {t('planFile.exportDraft')}
        </ExportButton>
        {layer.editable && (
          <Button
            icon={<ImportOutlined />}
            href={`/designer${addresses.importFile(layer.id)}`}
            onClick={(event) => {
              event.preventDefault();
              void navigate(addresses.importFile(layer.id));
            }}
          >
            {t('planFile.importInto')}
          </Button>
        )}
      </div>
    </section>
  );
}
