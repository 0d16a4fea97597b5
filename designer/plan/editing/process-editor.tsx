import { getArtefact } from '@oneplan/runtime/contracts/api/plans.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { useRef } from 'react';
import { Answer } from '../../app/answer.tsx';
import type { ProcessLocks } from '../../bpmn/locks/process-locks.ts';
import { ProcessModeler, type ProcessModelerHandle } from '../../bpmn/ProcessModeler.tsx';
import { manifestRef } from '../artefact-ref.ts';
import { lockOf } from '../lock-of.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import type { DraftFile } from './draft-file.ts';
import { EditorHead } from './editor-head.tsx';
import { KeptNote } from './kept-note.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { SaveButton } from './save-button.tsx';
import { StaleDialog } from './stale-dialog.tsx';
import { useDraft } from './use-draft.ts';
import { useFlowEntry } from './use-flow-entry.ts';
import { useFlowPlan } from './use-flow-plan.ts';
import { usePlace } from './use-place.ts';
import { useProcessLocks } from './use-process-locks.ts';
import { useSettling } from './use-settling.ts';

interface ProcessEditorProps {
  readonly file: DraftFile;
  /** What was not saved before the newest content was loaded. */
  readonly mine: string | null;
  readonly onLoadNewest: (mine: string) => void;
}

/** ms in which what is typed into the properties has reached the diagram and been told of. */
const settledAfter = 700;

/** bpmn-js on one flow of the draft, once it is known what the layer above has locked. */
export function ProcessEditor(props: ProcessEditorProps) {
  const { layer } = useWorkbench();
  const manifestFile = useAnswer(getArtefact, { params: { id: layer.id, ...manifestRef } });
  return <Answer of={manifestFile}>{() => <GuardedEditor {...props} />}</Answer>;
}

/** With a manifest that cannot be read there are no locks to be held to; the check of the layer says so. */
function GuardedEditor(props: ProcessEditorProps) {
  const { manifest } = useWorkbench();
  const locks = useProcessLocks(props.file);
  if (manifest === null) return <OpenEditor {...props} locks={null} />;
  return <Answer of={locks}>{(data) => <OpenEditor {...props} locks={data} />}</Answer>;
}

interface OpenEditorProps extends ProcessEditorProps {
  readonly locks: ProcessLocks | null;
}

function OpenEditor({ file, mine, locks, onLoadNewest }: OpenEditorProps) {
  const { manifest } = useWorkbench();
  const { artefact, content } = file;
  const modeler = useRef<ProcessModelerHandle>(null);
  const host = useRef<HTMLDivElement>(null);
  const plan = useFlowPlan(artefact.key);
  const entry = useFlowEntry(artefact.key, manifest);
  const settling = useSettling(host, settledAfter);
  const draft = useDraft({
    file,
    settle: () => settling.wait(),
    read: () => modeler.current?.saveXML() ?? content,
    alongside: () => entry.save(modeler.current?.entry() ?? entry.opened),
  });
  usePlace(host, (place) => modeler.current?.select(place) ?? false);
  return (
    <div className="de-editor de-fill">
      <EditorHead
        title={artefact.name}
        code={manifest?.processes.find(({ key }) => key === artefact.key)?.code}
        lock={lockOf(manifest, artefact)}
        element={`process:${artefact.key}`}
        actions={<SaveButton draft={draft} />}
      />
      <KeptNote artefact={artefact} mine={mine} />
      <div className="de-editor-body de-process-modeler" ref={host}>
        <ProcessModeler
          ref={modeler}
          xml={content}
          entry={entry.opened}
          plan={plan}
          {...(locks && { locks })}
          onChange={draft.edited}
        />
      </div>
      <LeaveGuard draft={draft} name={artefact.name} />
      <StaleDialog draft={draft} artefact={artefact} onLoad={onLoadNewest} />
    </div>
  );
}
