import type { PlanElement } from '@oneplan/runtime/plan/elements/element.ts';
import { type ElementExplanation as Explanation, explain } from '@oneplan/runtime/plan/explain/explain.ts';
import { kindWords } from '@oneplan/runtime/plan/locks/element-words.ts';
import { propertyWord } from '@oneplan/runtime/plan/locks/property-words.ts';
import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses, addressOf, placeParameter } from '../addresses.ts';
import { artefactOfElement } from '../comparison/compared-artefact.ts';
import { elementName } from '../comparison/element-name.ts';
import { sayProperty } from '../comparison/say-property.ts';
import { Facts } from '../manifest/facts.tsx';
import { useMessageLanguage } from '../use-message-language.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { RuleWords } from './rule-words.tsx';
import { SourceName } from './source-name.tsx';
import { useLayersOfPlan } from './use-layers-of-plan.ts';
import { WhyButton } from './why-button.tsx';

/** Everything about why an element is as it is: who wrote it, the rule on it, and the same for each property. */
export function ElementExplanation({ element: id }: { readonly element: string }) {
  const { t } = useTranslation('designer');
  const language = useMessageLanguage();
  const { layer } = useWorkbench();
  const layers = useLayersOfPlan();
  const found = useMemo(() => layers && explain(id, layers), [id, layers]);
  const tree = layers?.at(-1)?.tree;
  if (layers === undefined || tree === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (found === undefined) return <p className="de-muted">{t('explanation.notThere')}</p>;
  const { element, introduced, placed, lock } = found;
  const properties = inOrder(found.properties);
  const name = elementName(element, tree);
  return (
    <section className="de-explained" aria-label={name}>
      <h2>
        <span className="de-small de-muted">{kindWords[language][element.kind]}</span>
        {name}
        {layer.editable && (
          <Link className="de-small" to={placeOf(layer.id, element)}>
            {t('explanation.open')}
          </Link>
        )}
        {layer.editable && (
          <Link className="de-small" to={addresses.locks(layer.id, id)}>
            {t('locks.state')}
          </Link>
        )}
      </h2>
      <div className="de-card">
        <Facts
          items={[
            [t('explanation.introduced'), <SourceName key="introduced" source={introduced} />],
            ...(placed.authority === introduced.authority && placed.version === introduced.version
              ? []
              : [[t('explanation.placed'), <SourceName key="placed" source={placed} />] as const]),
            [
              t('explanation.rule'),
              <div key="rule" className="de-lock-note">
                <RuleWords rule={lock} property={undefined} />
              </div>,
            ],
          ]}
        />
      </div>
      <table className="de-table" aria-label={t('explanation.column.property')}>
        <thead>
          <tr>
            {(['property', 'value', 'from', 'lock'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`explanation.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {properties.map((it) => (
            <tr key={it.property}>
              <th scope="row">{propertyWord(it.property, language)}</th>
              <td className="de-property-value">
                {sayProperty(element, it.property, it.value, tree, language)}
              </td>
              <td>
                <SourceName source={it.from} />
              </td>
              <td>
                <WhyButton
                  element={id}
                  name={propertyWord(it.property, language)}
                  rule={it.lock}
                  path={it.property.split('.')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the layer may change comes first; keys and the lock itself are not asked about. */
function inOrder(properties: Explanation['properties']): Explanation['properties'] {
  const shown = properties.filter(({ property }) => !/^(?:key|id|file|type|lock(?:\..*)?)$/.test(property));
  const isLocked = (it: Explanation['properties'][number]) => it.lock.lock.class === 'LOCKED';
  return [...shown.filter((it) => !isLocked(it)), ...shown.filter(isLocked)];
}

/** Where the element is edited, led to it. */
function placeOf(layerId: string, { id, kind }: PlanElement): string {
  const artefact = artefactOfElement(id);
  if (artefact.kind === 'settings') {
    if (kind === 'parameter' || kind === 'parameter-option') return addresses.setting(layerId, 'parameters');
    return addresses.layer(layerId);
  }
  const place = id.includes('/') ? id.slice(id.indexOf('/') + 1).replace(/#.*$/, '') : undefined;
  const query =
    place === undefined ? '' : `?${new URLSearchParams({ [placeParameter]: place.split('.').at(-1) ?? '' })}`;
  return `${addressOf(layerId, { kind: artefact.kind, key: artefact.key })}${query}`;
}
