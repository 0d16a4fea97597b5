import type { ListedLayer } from '@oneplan/runtime/contracts/api/plans.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LayerFilter, type LayerWish, wishes } from './layer-filter.tsx';
import { LayerRow } from './layer-row.tsx';
import { layerTree, shownLines } from './layer-tree.ts';

interface LayerTableProps {
  readonly planName: string;
  readonly layers: readonly ListedLayer[];
}

/** With more layers than this the schools of each district are closed at first, and one can look for some. */
const manyLayers = 12;
const columns = ['unit', 'published', 'draft', 'lastEdit', 'running', 'action'] as const;

/** The layers of one plan, one row each; those below stand indented under what they extend. */
export function LayerTable({ planName, layers }: LayerTableProps) {
  const { t } = useTranslation('designer');
  const lines = layerTree(layers);
  const many = layers.length > manyLayers;
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        many ? lines.flatMap(({ layer, depth, below }) => (depth > 0 && below > 0 ? layer.id : [])) : [],
      ),
  );
  const [wish, setWish] = useState<LayerWish>({ name: '', awaited: false });
  const wanted = wishes(wish, layers);
  const shown = shownLines(lines, closed, wanted);
  const toggle = (id: string) =>
    setClosed((before) => new Set(before.has(id) ? [...before].filter((it) => it !== id) : [...before, id]));
  return (
    <>
      {many && <LayerFilter wish={wish} onChange={setWish} layers={layers} planName={planName} />}
      <div className="de-table-frame">
        <table className="de-table de-layer-table" aria-label={planName}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`layers.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <LayerRow
                key={line.layer.id}
                line={line}
                all={layers}
                columns={columns.length}
                closed={wanted ? undefined : closed.has(line.layer.id)}
                onToggle={toggle}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className="de-muted">{t('layers.filter.nothing')}</p>}
    </>
  );
}
