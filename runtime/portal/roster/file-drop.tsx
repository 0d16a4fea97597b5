import { UploadOutlined } from '@ant-design/icons';
import { type DragEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface FileDropProps {
  readonly file: File | null;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** Choose a file by pressing, by keyboard, or by dropping it here. */
export function FileDrop({ file, disabled, onFile }: FileDropProps) {
  const { t } = useTranslation('portal');
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first !== undefined && !disabled) onFile(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first
    <div
      className="po-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv"
        disabled={disabled}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <label htmlFor={id}>
        <UploadOutlined aria-hidden />
        <strong>{file === null ? t('roster.drop') : file.name}</strong>
        <span>{file === null ? t('roster.choose') : t('roster.another')}</span>
      </label>
      <p id={`${id}-hint`} className="po-muted po-small">
        {t('roster.dropHint')}
      </p>
    </div>
  );
}
