import { ExclamationCircleOutlined, LockOutlined } from '@ant-design/icons';
import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';
import { type DragEvent, type KeyboardEvent, memo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import type { IndicatorMove } from './indicator-order.ts';
import { lineIdOf, type TreeLine, treeLines } from './tree-lines.ts';

interface IndicatorTreeProps {
  readonly selected: string | null;
  readonly onSelect: (line: TreeLine) => void;
  readonly onMove: (code: string, move: IndicatorMove) => void;
  /** Drops an indicator onto another one or a dimension: it becomes a part of it. */
  readonly onDrop: (code: string, onto: TreeLine) => void;
}

const moves: Readonly<Record<string, IndicatorMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
};

/** Dimensions and their indicators; arrows lead through it, Alt with an arrow moves what is selected. */
export function IndicatorTree({ selected, onSelect, onMove, onDrop }: IndicatorTreeProps) {
  const { t } = useTranslation('designer');
  const { manifest, readOnly, locks, problemsOf } = useManifestDraft();
  const list = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<string | null>(null);
  const lines = treeLines(manifest);
  const places = new Map(manifest.indicators?.map((indicator, index) => [indicator, index]));
  const current = Math.max(
    lines.findIndex(({ id }) => id === selected),
    0,
  );

  const goTo = (index: number) => {
    const line = lines[Math.min(Math.max(index, 0), lines.length - 1)];
    if (line === undefined) return;
    onSelect(line);
    list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(line.id)}"]`)?.focus();
  };

  const press = (event: KeyboardEvent, line: TreeLine) => {
    const move = moves[event.key];
    if (event.altKey && move !== undefined && line.indicator) {
      event.preventDefault();
      if (!readOnly) onMove(line.indicator.code, move);
      return;
    }
    const target = {
      ArrowUp: current - 1,
      ArrowDown: current + 1,
      Home: 0,
      End: lines.length - 1,
      ArrowLeft: lines.findLastIndex(({ level }, index) => index < current && level < line.level),
      ArrowRight: (lines[current + 1]?.level ?? 0) > line.level ? current + 1 : -1,
    }[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (target >= 0) goTo(target);
  };

  const drop = (event: DragEvent, line: TreeLine) => {
    event.preventDefault();
    setOver(null);
    onDrop(event.dataTransfer.getData('text/plain'), line);
  };

  return (
    <div ref={list} role="tree" aria-label={t('settings.indicators.tree')} className="de-lines">
      {lines.map((line, index) => (
        <div
          key={line.id}
          role="treeitem"
          data-line={line.id}
          data-over={line.id === over}
          aria-level={line.level}
          aria-setsize={line.siblings}
          aria-posinset={line.position}
          aria-selected={index === current}
          tabIndex={index === current ? 0 : -1}
          style={{ paddingInlineStart: `${line.level * 16 - 8}px` }}
          draggable={!readOnly && line.indicator !== undefined}
          onClick={() => onSelect(line)}
          onKeyDown={(event) => press(event, line)}
          onDragStart={(event) => event.dataTransfer.setData('text/plain', line.indicator?.code ?? '')}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(line.id);
          }}
          onDragLeave={() => setOver(null)}
          onDrop={(event) => drop(event, line)}
        >
          {line.indicator ? (
            <IndicatorLine
              indicator={line.indicator}
              locked={locks.ofElement(lineIdOf(line.indicator.code))?.lock.class === 'LOCKED'}
              problems={
                problemsOf(`/indicators/${places.get(line.indicator)}`, lineIdOf(line.indicator.code)).length
              }
            />
          ) : (
            <strong>{line.dimension.name}</strong>
          )}
        </div>
      ))}
    </div>
  );
}

interface IndicatorLineProps {
  readonly indicator: PlanIndicator;
  readonly locked: boolean;
  readonly problems: number;
}

/** Drawn again only when this indicator has changed: there may be hundreds. */
const IndicatorLine = memo(function IndicatorLine({ indicator, locked, problems }: IndicatorLineProps) {
  const { t } = useTranslation('designer');
  const { code, text, kind } = indicator;
  return (
    <>
      <span className="de-code">{code}</span>
      <span className="de-line-name">{text}</span>
      <span className="de-line-marks">
        <span className="de-mark" data-kind={kind}>
          {t(`settings.indicators.short.${kind}`)}
        </span>
        {locked && (
          <span className="de-tree-mark" data-kind="locked" title={t('workbench.lock.LOCKED')}>
            <LockOutlined aria-hidden />
            <span className="op-visually-hidden">{t('workbench.lock.LOCKED')}</span>
          </span>
        )}
        {problems > 0 && (
          <span className="de-tree-mark" data-kind="problems">
            <ExclamationCircleOutlined aria-hidden />
            <span className="op-visually-hidden">{t('workbench.mark.problems', { count: problems })}</span>
          </span>
        )}
      </span>
    </>
  );
});
