import { DesktopOutlined, MobileOutlined } from '@ant-design/icons';
import { FormRenderer } from '@oneplan/runtime/ui/formio/FormRenderer.tsx';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trialChoices } from '../form-studio/trial-choices.ts';
import './form-preview.css';

interface FormPreviewProps {
  readonly name: string;
  readonly form: FormDefinition;
  readonly onClose: () => void;
}

type Device = 'phone' | 'desktop';

/** The form as it stands in the builder, to be tried out on both kinds of screen. Nothing is kept. */
export function FormPreview({ name, form, onClose }: FormPreviewProps) {
  const { t } = useTranslation('designer');
  const [device, setDevice] = useState<Device>('phone');
  return (
    <Modal
      open
      title={t('workbench.previewTitle', { name })}
      footer={null}
      width={1080}
      onCancel={onClose}
      className="de-preview"
    >
      <div className="de-preview-bar">
        <Segmented<Device>
          aria-label={t('workbench.preview')}
          value={device}
          options={[
            { value: 'phone', label: t('workbench.phone'), icon: <MobileOutlined /> },
            { value: 'desktop', label: t('workbench.desktop'), icon: <DesktopOutlined /> },
          ]}
          onChange={setDevice}
        />
        <p className="de-muted">{t('workbench.previewHint')}</p>
      </div>
      <div className="de-device" data-device={device}>
        <FormRenderer definition={form} choices={trialChoices} />
      </div>
    </Modal>
  );
}
