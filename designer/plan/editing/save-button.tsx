import { SaveOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './use-draft.ts';
import { useSaveKey } from './use-save-key.ts';

/** Saves the draft; so does Ctrl+S. */
export function SaveButton({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('designer');
  const { save } = draft;
  useSaveKey(useCallback(() => void save(), [save]));
  return (
    <Button
      icon={<SaveOutlined />}
      title={t('workbench.saveHint')}
      aria-keyshortcuts="Control+S"
      loading={draft.state.phase === 'saving'}
      onClick={() => void save()}
    >
      {t('workbench.save')}
    </Button>
  );
}
