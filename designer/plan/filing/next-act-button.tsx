import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '../addresses.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { nextAct } from './next-act.ts';
import { useLifecycle } from './use-lifecycle.ts';

interface NextActButtonProps {
  readonly onPublish: () => void;
  readonly onFile: (authority: string) => void;
}

/** The one thing to do with the whole draft next: file it, wait for the authority above, or publish it. */
export function NextActButton({ onPublish, onFile }: NextActButtonProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const navigate = useNavigate();
  const { data } = useLifecycle(layer.id);
  if (data === undefined) return null;
  switch (nextAct(data)) {
    case 'publish':
      return (
        <Button type="primary" onClick={onPublish}>
          {t('workbench.publish')}
        </Button>
      );
    case 'file':
      return (
        <Button type="primary" onClick={() => onFile(data.authority?.name ?? '')}>
          {t('filing.file')}
        </Button>
      );
    case 'wait':
      return (
        <Button onClick={() => void navigate(addresses.filing(layer.id))}>
          {t('filing.state.filed', { name: data.authority?.name ?? '' })}
        </Button>
      );
  }
}
