import { SwapOutlined } from '@ant-design/icons';
import type { BundleSummary } from '@oneplan/runtime/contracts/api/plans.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session/me-context.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';

/**
 * What still runs on older versions finishes there; whoever operates the system may move it, with a trial that changes
 * nothing, on a page of the portal.
 */
export function MoveRunning({ to }: { readonly to: BundleSummary }) {
  const { t } = useTranslation('designer');
  const me = useMe();
  const { layer, bundles } = useWorkbench();
  const older = bundles.filter(({ id, running }) => id !== to.id && running > 0);
  const [most] = [...older].sort((a, b) => b.running - a.running);
  if (!most || !me.permissions.includes('operation.manage')) return null;
  const query = new URLSearchParams({ layer: layer.id, from: most.id, to: to.id });
  const count = older.reduce((sum, { running }) => sum + running, 0);
  return (
    <p>
      {t('publishing.moveRunning.text', { count })}
      <Button type="link" icon={<SwapOutlined />} href={`/operations/migration?${query}`}>
        {t('publishing.moveRunning.open')}
      </Button>
    </p>
  );
}
