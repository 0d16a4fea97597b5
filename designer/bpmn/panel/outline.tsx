import { LockOutlined } from '@ant-design/icons';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { iconOf } from './element-icon.ts';
import { labelOf, typeLabelOf } from './element-label.ts';
import { useFlowPanel } from './flow-panel-context.ts';

/** The steps of the flow as a list: the way to each of them without a pointer. */
export function Outline() {
  const { t } = useTranslation('flow');
  const { studio, locks } = useFlowPanel();
  const isLocked = ({ id }: ModelElement) => {
    const held = locks?.stated(id)?.lock.class;
    return held !== undefined && held !== 'FREE';
  };
  return (
    <ol className="op-flow-outline" aria-label={t('outline.title')}>
      {studio.outline().map((element) => (
        <li key={element.id}>
          <button type="button" onClick={() => studio.select(element)}>
            <i className={iconOf(element)} aria-hidden />
            <span>{labelOf(element, t)}</span>
            {element.businessObject.name && <small>{typeLabelOf(element, t)}</small>}
            {isLocked(element) && (
              <>
                <LockOutlined aria-hidden />
                <span className="op-visually-hidden">{t('outline.locked')}</span>
              </>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
