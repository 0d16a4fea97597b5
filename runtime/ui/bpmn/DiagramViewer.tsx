import { AimOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagram } from './diagram.ts';
import { type DiagramMarks, type MarkName, markNames } from './marks.ts';
import './diagram-viewer.css';

export interface DiagramViewerProps {
  /** BPMN 2.0 with a diagram. */
  readonly xml: string;
  readonly marks?: DiagramMarks;
  /** What a mark means here, where it is not what it means in a running process. */
  readonly words?: Readonly<Partial<Record<MarkName, string>>>;
  /** px; the whole process is fitted into it. */
  readonly height?: number;
  /** Pressing an element; the page leads to its place in the list. */
  readonly onSelect?: (elementId: string) => void;
}

const noMarks: DiagramMarks = {};
const usualWords: NonNullable<DiagramViewerProps['words']> = {};

/**
 * A process as a picture, with what is finished and what is being worked on marked by colour and sign. The page
 * shows the same as a list beside it, for who cannot see a picture. bpmn-js is loaded when the first one appears.
 */
export function DiagramViewer({
  xml,
  marks = noMarks,
  words = usualWords,
  height = 320,
  onSelect,
}: DiagramViewerProps) {
  const { t } = useTranslation('ui');
  const host = useRef<HTMLDivElement>(null);
  const diagram = useRef<Diagram>(null);
  const select = useRef(onSelect);
  select.current = onSelect;
  const [state, setState] = useState<'loading' | 'ready' | 'broken'>('loading');
  const shownMarks = JSON.stringify(marks);
  const wordOf = (name: MarkName) => words[name] ?? t(`diagram.${name}`);
  const latestWords = useRef(wordOf);
  latestWords.current = wordOf;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of the picture follow with the next diagram
  useEffect(() => {
    const element = document.createElement('div');
    element.className = 'op-diagram-canvas';
    host.current?.append(element);
    let gone = false;
    let opened: Diagram | undefined;
    setState('loading');
    import('./diagram.ts')
      .then(({ openDiagram }) =>
        openDiagram(element, xml, {
          label: t('diagram.label'),
          onSelect: (id) => select.current?.(id),
        }),
      )
      .then((ready) => {
        opened = ready;
        if (gone) return ready.destroy();
        diagram.current = ready;
        setState('ready');
      })
      .catch((reason: unknown) => {
        console.error(reason);
        if (!gone) setState('broken');
      });
    return () => {
      gone = true;
      diagram.current = null;
      opened?.destroy();
      element.remove();
    };
  }, [xml]);

  useEffect(() => {
    if (state !== 'ready') return;
    diagram.current?.mark(JSON.parse(shownMarks), latestWords.current);
  }, [state, shownMarks]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') diagram.current?.zoom(1);
    else if (event.key === '-') diagram.current?.zoom(-1);
    else if (event.key === '0') diagram.current?.fit();
    else return;
    event.preventDefault();
  };

  const used = markNames.filter((name) => marks[name]?.length);
  return (
    <figure className="op-diagram" data-ready={state === 'ready'} onKeyDown={onKeyDown}>
      {state === 'broken' && <Alert type="warning" title={t('diagram.broken')} />}
      {state === 'loading' && <Skeleton.Node active style={{ width: '100%', height }} />}
      <div ref={host} className="op-diagram-host" style={{ height }} hidden={state !== 'ready'} />
      <div className="op-diagram-bar" hidden={state !== 'ready'}>
        <div className="op-diagram-buttons">
          <Button
            icon={<ZoomInOutlined />}
            aria-label={t('diagram.zoomIn')}
            onClick={() => diagram.current?.zoom(1)}
          />
          <Button
            icon={<ZoomOutOutlined />}
            aria-label={t('diagram.zoomOut')}
            onClick={() => diagram.current?.zoom(-1)}
          />
          <Button
            icon={<AimOutlined />}
            aria-label={t('diagram.fit')}
            onClick={() => diagram.current?.fit()}
          />
        </div>
        {used.length > 0 && (
          <ul className="op-diagram-legend" aria-label={t('diagram.legend')}>
            {used.map((name) => (
              <li key={name}>
                <span className="op-diagram-sign" data-mark={name} aria-hidden />
                {wordOf(name)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </figure>
  );
}
