import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecisionModeler, type DecisionModelerHandle } from '../../dmn/DecisionModeler.tsx';
import type { DecisionLocks } from '../../dmn/locks/decision-locks.ts';
import { TryPanel } from '../../dmn/try-panel.tsx';
import { useTrial } from '../../dmn/use-trial.ts';
import type { DraftFile } from '../editing/draft-file.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { KeptNote } from '../editing/kept-note.tsx';
import { LeaveGuard } from '../editing/leave-guard.tsx';
import { SaveButton } from '../editing/save-button.tsx';
import { StaleDialog } from '../editing/stale-dialog.tsx';
import { useDraft } from '../editing/use-draft.ts';
import { useSettling } from '../editing/use-settling.ts';
import { lockOf } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { DecisionUses } from './decision-uses.tsx';
import { ExportButton } from './export-button.tsx';
import { RemoveDecision } from './remove-decision.tsx';

interface DecisionEditorProps {
  readonly file: DraftFile;
  /** null: nobody is above */
  readonly locks: DecisionLocks | null;
  /** What was not saved before the newest content was loaded. */
  readonly mine: string | null;
  readonly onLoadNewest: (mine: string) => void;
}

/** ms in which what is typed into a cell has reached the table. */
const settledAfter = 400;

/** One decision table of the draft, with a place to try it beside it. */
export function DecisionEditor({ file, locks, mine, onLoadNewest }: DecisionEditorProps) {
  const { t } = useTranslation('designer');
  const { manifest } = useWorkbench();
  const { artefact, content } = file;
  const modeler = useRef<DecisionModelerHandle>(null);
  const host = useRef<HTMLDivElement>(null);
  const [steps, setSteps] = useState({ undo: false, redo: false });
  const settling = useSettling(host, settledAfter);
  const trial = useTrial(artefact.key);
  const read = async () => (await modeler.current?.saveXML()) ?? content;
  const mayGo = (locks?.ofElement('')?.lock.class ?? 'FREE') === 'FREE';
  const draft = useDraft({ file, settle: () => settling.wait(), read });
  return (
    <div className="de-editor">
      <EditorHead
        title={artefact.name}
        lock={lockOf(manifest, artefact)}
        element={`decision:${artefact.key}`}
        hint={t('decisions.hint')}
        actions={
          <>
            <Button icon={<UndoOutlined />} disabled={!steps.undo} onClick={() => modeler.current?.undo()}>
              {t('workbench.undo')}
            </Button>
            <Button icon={<RedoOutlined />} disabled={!steps.redo} onClick={() => modeler.current?.redo()}>
              {t('workbench.redo')}
            </Button>
            <ExportButton artefact={artefact} read={read} />
            {mayGo && <RemoveDecision artefact={artefact} etag={draft.state.etag} />}
            <SaveButton draft={draft} />
          </>
        }
      />
      <KeptNote artefact={artefact} mine={mine} />
      <div className="de-editor-body de-decision-desk">
        <div ref={host}>
          <DecisionModeler
            ref={modeler}
            xml={content}
            decision={artefact.key}
            hits={trial.hits}
            {...(locks && { locks })}
            onEdited={draft.edited}
            onXml={trial.setXml}
            onSteps={setSteps}
          />
        </div>
        <div className="de-decision-side">
          <TryPanel
            decision={artefact.key}
            inputs={trial.inputs}
            typed={trial.typed}
            onType={trial.type}
            trial={trial.trial}
            problems={trial.problems}
            asked={trial.asked}
            labelOf={trial.labelOf}
          />
          <DecisionUses decision={artefact.key} />
        </div>
      </div>
      <LeaveGuard draft={draft} name={artefact.name} />
      <StaleDialog draft={draft} artefact={artefact} onLoad={onLoadNewest} />
    </div>
  );
}
