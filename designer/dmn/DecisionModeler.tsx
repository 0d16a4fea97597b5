import { Alert, Skeleton } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lockWords } from '../bpmn/locks/lock-words.ts';
import { RefusedNote } from '../bpmn/locks/refused-note.tsx';
import type { DecisionLocks } from './locks/decision-locks.ts';
import type { OpenTable } from './table-modeler.ts';
import { useTableMarks } from './use-table-marks.ts';
import '../bpmn/process-modeler.css';
import './decision-modeler.css';

export interface DecisionModelerHandle {
  /** The file as it stands in the editor. */
  readonly saveXML: () => Promise<string>;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface DecisionModelerProps {
  readonly ref?: Ref<DecisionModelerHandle>;
  /** What is edited. Later changes are not taken over, so that no work is lost: change `key` for another file. */
  readonly xml: string;
  /** id of the decision that the plan lists */
  readonly decision: string;
  /** What the layers above have locked; as it is when the table opens. */
  readonly locks?: DecisionLocks;
  /** Rules that match what is being tried, by their id. */
  readonly hits?: ReadonlySet<string>;
  /** At each change. */
  readonly onEdited?: () => void;
  /** When the table is open, and after each change, once nothing has changed for 300 ms. */
  readonly onXml?: (xml: string) => void;
  readonly onSteps?: (steps: { readonly undo: boolean; readonly redo: boolean }) => void;
}

const settled = 300;

/** dmn-js's editor of one decision table, in the interface's language. */
export function DecisionModeler(props: DecisionModelerProps) {
  const { t, i18n } = useTranslation('designer');
  const { t: say } = useTranslation('editors');
  const host = useRef<HTMLDivElement>(null);
  const table = useRef<OpenTable>(null);
  const kept = useRef(props.xml);
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<'loading' | 'ready'>('loading');
  const [broken, setBroken] = useState<string>();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const language = i18n.language;
  const words = lockWords(say, language);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language only
  useEffect(() => {
    const container = document.createElement('div');
    host.current?.append(container);
    let gone = false;
    let opened: OpenTable | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    setState('loading');
    setBroken(undefined);
    const emit = async () => {
      const xml = await opened?.saveXML();
      if (xml === undefined || gone) return;
      kept.current = xml;
      latest.current.onXml?.(xml);
    };
    const onChange = () => {
      if (!opened) return;
      latest.current.onEdited?.();
      latest.current.onSteps?.({ undo: opened.canUndo(), redo: opened.canRedo() });
      clearTimeout(waiting);
      waiting = setTimeout(() => void emit(), settled);
    };
    import('./table-modeler.ts')
      .then(({ openTable }) =>
        openTable({
          container,
          xml: kept.current,
          decision: latest.current.decision,
          language,
          ...(latest.current.locks && { locks: latest.current.locks }),
          onRefused: (findings) => setRefused(findings.map(words.refusal)),
          onChange,
        }),
      )
      .then((ready) => {
        opened = ready;
        if (gone) return ready.destroy();
        table.current = ready;
        setState('ready');
        latest.current.onXml?.(kept.current);
      })
      .catch((reason: unknown) => {
        if (!gone) setBroken(reason instanceof Error ? reason.message : String(reason));
      });
    return () => {
      gone = true;
      clearTimeout(waiting);
      table.current = null;
      opened?.destroy();
      container.remove();
    };
  }, [language]);

  useImperativeHandle(props.ref, () => ({
    saveXML: async () => (table.current ? table.current.saveXML() : kept.current),
    undo: () => table.current?.undo(),
    redo: () => table.current?.redo(),
  }));
  useTableMarks(host, props.locks, props.hits, state === 'ready');

  return (
    <div className="de-table-modeler" data-ready={state === 'ready'}>
      <RefusedNote sentences={refused} onClose={() => setRefused([])} />
      {broken !== undefined && <Alert type="error" title={t('decisions.broken', { reason: broken })} />}
      {broken === undefined && state === 'loading' && <Skeleton active aria-label={t('decisions.loading')} />}
      <div ref={host} className="de-table-host" data-shown={state === 'ready'} />
    </div>
  );
}
