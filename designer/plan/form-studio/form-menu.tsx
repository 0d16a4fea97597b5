import { MoreOutlined } from '@ant-design/icons';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { usesOfForm } from '@oneplan/runtime/plan/form-uses/where-used.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArtefactRef } from '../artefact-ref.ts';
import { downloadArtefact } from '../editing/download-artefact.ts';
import { formText } from '../editing/form-text.ts';
import { ImportDialog } from './import/import-dialog.tsx';
import { UseList } from './in-plan/use-list.tsx';

interface FormMenuProps {
  readonly artefact: ArtefactRef & { readonly name: string };
  readonly current: () => FormDefinition;
  readonly around: (form: FormDefinition) => PlanUnderCheck | undefined;
  readonly onImport: (form: FormDefinition) => boolean;
}

/** What can be done with a form as a whole: where it is used, bringing one in, taking it out. */
export function FormMenu({ artefact, current, around, onImport }: FormMenuProps) {
  const { t } = useTranslation('designer');
  const [open, setOpen] = useState<'uses' | 'import' | null>(null);
  const close = () => setOpen(null);
  const plan = open === 'uses' ? around(current()) : undefined;
  const uses = plan ? usesOfForm(plan, artefact.key) : [];
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'uses', label: t('formInPlan.usesOfForm') },
            { key: 'import', label: t('formImport.menu') },
            { key: 'export', label: t('formImport.export') },
          ],
          onClick: ({ key }) => {
            if (key === 'export') downloadArtefact(artefact, formText(current()));
            else setOpen(key === 'uses' ? 'uses' : 'import');
          },
        }}
      >
        <Button icon={<MoreOutlined />}>{t('formImport.more')}</Button>
      </Dropdown>
      {open === 'import' && <ImportDialog form={current()} onImport={onImport} onClose={close} />}
      {open === 'uses' && (
        <Modal open title={`${artefact.name} · ${t('formInPlan.usesOfForm')}`} footer={null} onCancel={close}>
          {uses.length === 0 ? (
            <p className="de-muted">{t(plan ? 'formInPlan.unused' : 'formInPlan.loading')}</p>
          ) : (
            <UseList uses={uses} />
          )}
        </Modal>
      )}
    </>
  );
}
