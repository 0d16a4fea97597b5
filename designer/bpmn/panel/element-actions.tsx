import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { type ElementKindKey, followingKinds, kindOf } from '../elements/element-kinds.ts';
import { canBeFollowed } from '../elements/flow-shapes.ts';
import { useFlowPanel } from './flow-panel-context.ts';

/** What is done with an element as a whole: something put behind it, or it taken out. */
export function ElementActions({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio, locks } = useFlowPanel();
  const held = locks?.ofElement(element.id)?.lock.class ?? 'FREE';
  return (
    <div className="op-flow-actions">
      {canBeFollowed(element) && (
        <Dropdown
          autoFocus
          trigger={['click']}
          menu={{
            items: followingKinds.map(({ key, icon }) => ({
              key,
              icon: <i className={icon} aria-hidden />,
              label: t(`kind.${key}`),
            })),
            onClick: ({ key }) => studio.append(element, kindOf(key as ElementKindKey)),
          }}
        >
          <Button icon={<PlusOutlined />}>{t('append.button')}</Button>
        </Dropdown>
      )}
      {held === 'FREE' && element.type !== 'bpmn:Process' && (
        <Button icon={<DeleteOutlined />} onClick={() => studio.remove(element)}>
          {t('tool.delete')}
        </Button>
      )}
    </div>
  );
}
