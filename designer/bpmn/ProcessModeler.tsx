import { Alert, Skeleton } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { elementWords } from './elements/element-words.ts';
import type { FlowEntry } from './flow/flow-entry.ts';
import { LintList } from './lint-list.tsx';
import { CourseList } from './locks/course-list.tsx';
import { lockWords } from './locks/lock-words.ts';
import type { ProcessLocks } from './locks/process-locks.ts';
import { RefusedNote } from './locks/refused-note.tsx';
import { useCourse } from './locks/use-course.ts';
import type { LintIssue, OpenModeler } from './modeler.ts';
import { ModelerToolbar } from './modeler-toolbar.tsx';
import { FlowPanelView } from './panel/flow-panel.tsx';
import type { FlowPlan } from './panel/flow-plan.ts';
import { ruleWords } from './rule-words.ts';
import './process-modeler.css';

export interface ProcessModelerHandle {
  /** The process as it stands on the canvas. */
  readonly saveXML: () => Promise<string>;
  /** What the manifest is to say of the process as it stands. */
  readonly entry: () => FlowEntry;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Selects an element and brings it into view; false when there is no such element. */
  readonly select: (elementId: string) => boolean;
}

export interface ProcessModelerProps {
  readonly ref?: Ref<ProcessModelerHandle>;
  /** What is edited. Later changes are not taken over, so that no work is lost: change `key` for another process. */
  readonly xml: string;
  /** What the manifest says of its steps; like `xml`, as it is when the modeler opens. */
  readonly entry: FlowEntry;
  /** What of the plan the process may use. */
  readonly plan: FlowPlan;
  /** What the layers above have locked; as it is when the modeler opens. */
  readonly locks?: ProcessLocks;
  /** After each change, once nothing has changed for 300 ms. */
  readonly onChange?: (xml: string) => void;
}

const settled = 300;

/** bpmn-js's modeler with what a plan's flows are made of: canvas in the middle, what is selected on the right. */
export function ProcessModeler(props: ProcessModelerProps) {
  const { t, i18n } = useTranslation('editors');
  const { t: f } = useTranslation('flow');
  const canvas = useRef<HTMLDivElement>(null);
  const modeler = useRef<OpenModeler>(null);
  const kept = useRef(props.xml);
  const keptEntry = useRef(props.entry);
  const latest = useRef(props);
  latest.current = props;
  const [opened, setOpened] = useState<OpenModeler>();
  const [lint, setLint] = useState<readonly LintIssue[]>([]);
  const [broken, setBroken] = useState<string>();
  const [steps, setSteps] = useState({ undo: false, redo: false });
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<string>();
  const language = i18n.language;
  const words = lockWords(t, language);
  const course = useCourse(props.locks, words);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` changes with the language only
  useEffect(() => {
    const canvasHost = document.createElement('div');
    canvas.current?.append(canvasHost);
    let gone = false;
    let mine: OpenModeler | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    setOpened(undefined);
    setBroken(undefined);

    const emit = async () => {
      const xml = await mine?.saveXML();
      if (xml === undefined) return;
      kept.current = xml;
      keptEntry.current = mine?.studio.entry() ?? keptEntry.current;
      latest.current.onChange?.(xml);
      void course.judge(xml);
    };
    const onChange = () => {
      if (!mine) return;
      setSteps({ undo: mine.canUndo(), redo: mine.canRedo() });
      clearTimeout(waiting);
      waiting = setTimeout(() => void emit(), settled);
    };

    import('./modeler.ts')
      .then(({ openModeler }) =>
        openModeler({
          canvas: canvasHost,
          xml: kept.current,
          language,
          canvasLabel: t('process.canvas'),
          entry: keptEntry.current,
          elementWords: elementWords(f),
          ruleWords: ruleWords(f),
          ...(latest.current.locks && { locks: latest.current.locks }),
          lockWords: words,
          onRefused: setRefused,
          onChange,
          onFindings: setLint,
        }),
      )
      .then((ready) => {
        mine = ready;
        if (gone) return ready.destroy();
        modeler.current = ready;
        setOpened(ready);
        void course.judge(kept.current);
      })
      .catch((reason: unknown) => {
        if (!gone) setBroken(reason instanceof Error ? reason.message : String(reason));
      });
    return () => {
      gone = true;
      clearTimeout(waiting);
      modeler.current = null;
      mine?.destroy();
      canvasHost.remove();
    };
  }, [language]);

  useImperativeHandle(props.ref, () => ({
    saveXML: async () => (modeler.current ? modeler.current.saveXML() : kept.current),
    entry: () => modeler.current?.studio.entry() ?? keptEntry.current,
    undo: () => modeler.current?.undo(),
    redo: () => modeler.current?.redo(),
    select: (elementId) => modeler.current?.select(elementId) ?? false,
  }));

  const drawn =
    shown === 'none' ? undefined : (course.findings.find(({ key }) => key === shown) ?? course.findings[0]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the modeler has opened
  useEffect(() => modeler.current?.drawPath(drawn), [drawn, opened]);

  return (
    <div className="op-modeler" data-ready={opened !== undefined}>
      <ModelerToolbar steps={steps} modeler={() => modeler.current} />
      <RefusedNote sentences={refused} onClose={() => setRefused([])} />
      {broken !== undefined && <Alert type="error" title={t('process.broken', { reason: broken })} />}
      {broken === undefined && !opened && <Skeleton active aria-label={t('process.loading')} />}
      <div className="op-modeler-main" data-shown={opened !== undefined}>
        <div ref={canvas} className="op-modeler-canvas" />
        <aside className="op-modeler-panel" aria-label={t('process.panel')}>
          {opened && <FlowPanelView studio={opened.studio} plan={props.plan} locks={props.locks} />}
        </aside>
      </div>
      <CourseList findings={course.findings} shown={drawn?.key} onShow={(key) => setShown(key ?? 'none')} />
      <LintList findings={lint} onSelect={(id) => modeler.current?.select(id)} />
    </div>
  );
}
