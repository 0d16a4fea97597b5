import { Alert, Skeleton } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CourseList } from './locks/course-list.tsx';
import { lockWords } from './locks/lock-words.ts';
import type { ProcessLocks } from './locks/process-locks.ts';
import { RefusedNote } from './locks/refused-note.tsx';
import { useCourse } from './locks/use-course.ts';
import type { LintIssue, OpenModeler } from './modeler.ts';
import { ModelerToolbar } from './modeler-toolbar.tsx';
import type { Choice } from './properties/plan-properties.ts';
import './process-modeler.css';

export interface ProcessModelerHandle {
  /** The process as it stands on the canvas. */
  readonly saveXML: () => Promise<string>;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Selects an element and brings it into view; false when there is no such element. */
  readonly select: (elementId: string) => boolean;
}

export interface ProcessModelerProps {
  readonly ref?: Ref<ProcessModelerHandle>;
  /** What is edited. Later changes are not taken over, so that no work is lost: change `key` for another process. */
  readonly xml: string;
  /** Forms of the plan: what a user task's form key may be. */
  readonly forms: readonly Choice[];
  /** Roles that a user task may name. */
  readonly roles: readonly Choice[];
  /** Topics of external tasks that the platform serves. */
  readonly actions?: readonly Choice[];
  /** What the layers above have locked; as it is when the modeler opens. */
  readonly locks?: ProcessLocks;
  /** After each change, once nothing has changed for 300 ms. */
  readonly onChange?: (xml: string) => void;
  readonly onSelect?: (elementIds: readonly string[]) => void;
  /** What the rules found, after each change. */
  readonly onFindings?: (findings: readonly LintIssue[]) => void;
}

const noChoices: readonly Choice[] = [];
const settled = 300;

/** bpmn-js's modeler with Camunda 7's properties, in the interface's language: canvas in the middle, properties right. */
export function ProcessModeler(props: ProcessModelerProps) {
  const { t, i18n } = useTranslation('editors');
  const canvas = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const modeler = useRef<OpenModeler>(null);
  const kept = useRef(props.xml);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<'loading' | 'ready'>('loading');
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
    const panelHost = document.createElement('div');
    canvas.current?.append(canvasHost);
    panel.current?.append(panelHost);
    let gone = false;
    let opened: OpenModeler | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    setState('loading');
    setBroken(undefined);

    const emit = async () => {
      const xml = await opened?.saveXML();
      if (xml === undefined) return;
      kept.current = xml;
      latest.current.onChange?.(xml);
      void course.judge(xml);
    };
    const onChange = () => {
      if (!opened) return;
      setSteps({ undo: opened.canUndo(), redo: opened.canRedo() });
      clearTimeout(waiting);
      waiting = setTimeout(() => void emit(), settled);
    };

    import('./modeler.ts')
      .then(({ openModeler }) =>
        openModeler({
          canvas: canvasHost,
          panel: panelHost,
          xml: kept.current,
          language,
          canvasLabel: t('process.canvas'),
          properties: () => ({
            forms: latest.current.forms,
            roles: latest.current.roles,
            actions: latest.current.actions ?? noChoices,
          }),
          propertyWords: {
            group: t('process.group'),
            form: t('process.form'),
            noForm: t('process.noForm'),
            role: t('process.role'),
            noRole: t('process.noRole'),
            initiator: t('process.initiator'),
            roleHint: t('process.roleHint'),
            action: t('process.action'),
            noAction: t('process.noAction'),
          },
          ruleWords: {
            form: t('process.ruleForm'),
            role: t('process.ruleRole'),
            action: t('process.ruleAction'),
          },
          ...(latest.current.locks && { locks: latest.current.locks }),
          lockWords: words,
          onRefused: setRefused,
          onChange,
          onSelect: (ids) => latest.current.onSelect?.(ids),
          onFindings: (findings) => latest.current.onFindings?.(findings),
        }),
      )
      .then((ready) => {
        opened = ready;
        if (gone) return ready.destroy();
        modeler.current = ready;
        setState('ready');
        void course.judge(kept.current);
      })
      .catch((reason: unknown) => {
        if (!gone) setBroken(reason instanceof Error ? reason.message : String(reason));
      });
    return () => {
      gone = true;
      clearTimeout(waiting);
      modeler.current = null;
      opened?.destroy();
      canvasHost.remove();
      panelHost.remove();
    };
  }, [language]);

  useImperativeHandle(props.ref, () => ({
    saveXML: async () => (modeler.current ? modeler.current.saveXML() : kept.current),
    undo: () => modeler.current?.undo(),
    redo: () => modeler.current?.redo(),
    select: (elementId) => modeler.current?.select(elementId) ?? false,
  }));

  const drawn =
    shown === 'none' ? undefined : (course.findings.find(({ key }) => key === shown) ?? course.findings[0]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when the modeler has opened
  useEffect(() => modeler.current?.drawPath(drawn), [drawn, state]);

  return (
    <div className="op-modeler" data-ready={state === 'ready'}>
      <ModelerToolbar steps={steps} modeler={() => modeler.current} />
      <RefusedNote sentences={refused} onClose={() => setRefused([])} />
      {broken !== undefined && <Alert type="error" title={t('process.broken', { reason: broken })} />}
      {broken === undefined && state === 'loading' && <Skeleton active aria-label={t('process.loading')} />}
      <div className="op-modeler-main" data-shown={state === 'ready'}>
        <div ref={canvas} className="op-modeler-canvas" />
        <aside ref={panel} className="op-modeler-panel" aria-label={t('process.panel')} />
      </div>
      <CourseList findings={course.findings} shown={drawn?.key} onShow={(key) => setShown(key ?? 'none')} />
    </div>
  );
}
