import { FilePdfOutlined } from '@ant-design/icons';
import { Image } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordFile } from './record-fields.ts';

/** The files of a record, large: pictures open over the page, others in a window of their own. */
export function Evidence({ files }: { readonly files: readonly RecordFile[] }) {
  const { t } = useTranslation('portal');
  return (
    <Image.PreviewGroup>
      <ul className="po-evidence">
        {files.map((file) => (
          <li key={file.id}>
            {file.type.startsWith('image/') ? (
              <Image src={file.url} alt={t('record.page.imageTitle', { name: file.name })} />
            ) : (
              <a
                href={file.url}
                target="_blank"
                rel="noreferrer"
                aria-label={t('record.page.openFile', { name: file.name })}
              >
                <FilePdfOutlined aria-hidden />
                <span>{file.name}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}
