import { UploadOutlined } from '@ant-design/icons';
import { type DragEvent, useId, useState } from 'react';
import './file-drop.css';

interface FileDropProps {
  readonly file: File | null;
  /** Endings that are offered, `.xlsx,.csv`. */
  readonly accept: string;
  readonly words: {
    readonly drop: string;
    readonly choose: string;
    readonly another: string;
    readonly hint: string;
  };
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** Choose a file by pressing, by keyboard, or by dropping it here. */
export function FileDrop({ file, accept, words, disabled, onFile }: FileDropProps) {
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
      className="op-drop"
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
        accept={accept}
        disabled={disabled}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <label htmlFor={id}>
        <UploadOutlined aria-hidden />
        <strong>{file === null ? words.drop : file.name}</strong>
        <span>{file === null ? words.choose : words.another}</span>
      </label>
      <p id={`${id}-hint`} className="op-drop-hint">
        {words.hint}
      </p>
    </div>
  );
}
