import { Modal } from 'antd';
import type { ArtefactRef } from '../artefact-ref.ts';
import { ArtefactPicture } from './artefact-picture.tsx';

interface ArtefactDialogProps {
  readonly title: string;
  readonly artefact: ArtefactRef;
  readonly content: string;
  readonly onClose: () => void;
}

/** A form or flow to look at, over the page. */
export function ArtefactDialog({ title, artefact, content, onClose }: ArtefactDialogProps) {
  return (
    <Modal open title={title} footer={null} width={960} onCancel={onClose}>
      <ArtefactPicture artefact={artefact} content={content} />
    </Modal>
  );
}
