import { planFileMaxBytes } from '@oneplan/runtime/contracts/api/plan-files.ts';
import { FileDrop } from '@oneplan/runtime/ui/file/FileDrop.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PlanFileDropProps {
  readonly file: File | null;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** Where a plan file is chosen; one that is too large is not even sent. */
export function PlanFileDrop({ file, disabled, onFile }: PlanFileDropProps) {
  const { t } = useTranslation('designer');
  const [tooBig, setTooBig] = useState<string | null>(null);
  return (
    <>
      <FileDrop
        file={file}
        accept=".zip"
        words={{
          drop: t('planFile.drop.drop'),
          choose: t('planFile.drop.choose'),
          another: t('planFile.drop.another'),
          hint: t('planFile.drop.hint'),
        }}
        disabled={disabled}
        onFile={(chosen) => {
          const refused = chosen.size > planFileMaxBytes;
          setTooBig(refused ? t('planFile.tooBig', { name: chosen.name }) : null);
          if (!refused) onFile(chosen);
        }}
      />
      <p role="alert" className="de-field-error">
        {tooBig}
      </p>
    </>
  );
}
