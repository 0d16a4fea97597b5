import { DownloadOutlined } from '@ant-design/icons';
import type { exportDraft, exportVersion } from '@oneplan/runtime/contracts/api/plan-files.ts';
import { requestUrl } from '@oneplan/runtime/ui/api/request-url.ts';
import { Button } from 'antd';

interface ExportButtonProps {
  readonly of: typeof exportDraft | typeof exportVersion;
  readonly id: string;
  readonly children?: string;
  readonly label?: string;
}

/** Hands a plan to the person as one file; the browser asks for it itself, with the session it has. */
export function ExportButton({ of, id, children, label }: ExportButtonProps) {
  return (
    <Button
      href={requestUrl(of.path, { id }, {})}
      download
      icon={<DownloadOutlined />}
      aria-label={label}
      title={label}
    >
      {children}
    </Button>
  );
}
