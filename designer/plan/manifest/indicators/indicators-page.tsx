import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  PlusOutlined,
} from '@ant-design/icons';
import type { PlanIndicator } from '@oneplan/runtime/plan/entries/indicator.ts';
import { EmptyState } from '@oneplan/runtime/ui/state/EmptyState.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useManifestDraft } from '../editing/manifest-draft.ts';
import { ManifestEditor } from '../editing/manifest-editor.tsx';
import { useEntryPlace } from '../editing/use-entry-place.ts';
import { IndicatorDetail } from './indicator-detail.tsx';
import { freeCode, hung, type IndicatorMove, movedIndicator, subtreeOf } from './indicator-order.ts';
import { IndicatorTree } from './indicator-tree.tsx';
import { lineIdOf, type TreeLine, treeLines } from './tree-lines.ts';

/** 指标: dimensions, indicators and observation points as a tree, and everything about the one that is selected. */
export function IndicatorsPage() {
  const { t } = useTranslation('designer');
  return (
    <ManifestEditor title={t('settings.indicators.title')} hint={t('settings.indicators.hint')}>
      <Indicators />
    </ManifestEditor>
  );
}

function Indicators() {
  const { t } = useTranslation('designer');
  const { manifest, locks, readOnly, change } = useManifestDraft();
  const place = useEntryPlace();
  const [chosen, setChosen] = useState<string | null>(place === null ? null : lineIdOf(place));
  const lines = treeLines(manifest);
  const line = lines.find(({ id }) => id === chosen) ?? lines[0];
  if (line === undefined)
    return <EmptyState title={t('settings.indicators.empty')} hint={t('settings.indicators.emptyHint')} />;
  const { indicator } = line;

  const edit = (next: (list: readonly PlanIndicator[]) => readonly PlanIndicator[]) =>
    change(null, (it) => ({ ...it, indicators: [...next(it.indicators ?? [])] }));
  const move = (code: string, by: IndicatorMove) => edit((list) => movedIndicator(list, code, by) ?? list);
  const drop = (code: string, onto: TreeLine) => {
    if (readOnly || code === '' || isFixed(code)) return;
    const to = { dimension: onto.dimension.key, parent: onto.indicator?.code };
    edit((list) => hung(list, code, to));
  };
  const add = () => {
    const list = manifest.indicators ?? [];
    const code = freeCode(list, indicator?.code ?? line.dimension.code);
    const added: PlanIndicator = {
      code,
      dimension: line.dimension.key,
      text: t('settings.indicators.new'),
      kind: 'recorded',
    };
    const to = { dimension: line.dimension.key, parent: indicator?.code };
    edit((before) => hung([...before, added], code, to));
    setChosen(lineIdOf(code));
  };
  const remove = (code: string) => {
    const gone = subtreeOf(manifest.indicators ?? [], code);
    edit((list) => list.filter((it) => !gone.has(it.code)));
    const at = lines.indexOf(line);
    setChosen(lines[at - 1]?.id ?? null);
  };
  const isFixed = (code: string) => locks.ofProperty(`indicator:${code}`, 'parent')?.lock.class === 'LOCKED';
  const may = (by: IndicatorMove) =>
    indicator !== undefined &&
    !((by === 'indent' || by === 'outdent') && isFixed(indicator.code)) &&
    movedIndicator(manifest.indicators ?? [], indicator.code, by) !== undefined;
  const removable =
    indicator !== undefined &&
    (locks.ofElement(`indicator:${indicator.code}`)?.lock.class ?? 'FREE') === 'FREE';

  return (
    <div className="de-desk">
      <div className="de-desk-list">
        {!readOnly && (
          <div className="de-toolbar" role="toolbar" aria-label={t('settings.indicators.tools')}>
            <Button icon={<PlusOutlined />} disabled={!locks.mayAdd('indicators', 'indicator')} onClick={add}>
              {t(indicator ? 'settings.indicators.addPart' : 'settings.indicators.add')}
            </Button>
            {tools.map(({ by, Icon }) => (
              <Button
                key={by}
                icon={<Icon />}
                aria-label={t(`settings.indicators.move.${by}`)}
                title={t(`settings.indicators.move.${by}`)}
                disabled={!may(by)}
                onClick={() => indicator && move(indicator.code, by)}
              />
            ))}
            <Button
              icon={<DeleteOutlined />}
              aria-label={t('settings.remove')}
              title={t('settings.remove')}
              disabled={!removable}
              onClick={() => indicator && remove(indicator.code)}
            />
          </div>
        )}
        <IndicatorTree
          selected={line.id}
          onSelect={({ id }) => setChosen(id)}
          onMove={(code, by) => may(by) && move(code, by)}
          onDrop={drop}
        />
      </div>
      {indicator ? (
        <IndicatorDetail
          key={manifest.indicators?.indexOf(indicator)}
          indicator={indicator}
          onRename={(code) => setChosen(lineIdOf(code))}
        />
      ) : (
        <section className="de-card de-desk-detail">
          <h2>{line.dimension.name}</h2>
          <p className="de-muted">{t('settings.indicators.choose')}</p>
        </section>
      )}
    </div>
  );
}

const tools = [
  { by: 'up', Icon: ArrowUpOutlined },
  { by: 'down', Icon: ArrowDownOutlined },
  { by: 'indent', Icon: MenuUnfoldOutlined },
  { by: 'outdent', Icon: MenuFoldOutlined },
] as const;
