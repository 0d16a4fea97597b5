import { ArrowLeftOutlined } from '@ant-design/icons';
import { textOf } from '@oneplan/runtime/model/moddle-element.ts';
import { Button, ConfigProvider } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import { useTranslation } from 'react-i18next';
import { ElementActions } from './element-actions.tsx';
import { iconOf } from './element-icon.ts';
import { typeLabelOf } from './element-label.ts';
import { ElementSections } from './element-sections.tsx';
import { FlowField, FlowSection } from './flow-field.tsx';
import { type FlowPanel, FlowPanelContext, useFlowPanel, useHold } from './flow-panel-context.ts';
import { nameOf, TextSetting } from './name-field.tsx';
import { Outline } from './outline.tsx';
import './flow-panel.css';

/** What is locked is read as well as what is not. */
const readableLocks = { token: { colorTextDisabled: 'var(--op-ink-muted)' } };

/** What is selected, in the words of the field: read, set, and held to what is laid down above. */
export function FlowPanelView(props: FlowPanel) {
  return (
    <FlowPanelContext value={props}>
      <ConfigProvider theme={readableLocks}>
        <SelectedElement />
      </ConfigProvider>
    </FlowPanelContext>
  );
}

function SelectedElement() {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  const element = studio.selected();
  if (!element) return <p className="op-flow-hint op-flow-several">{t('several')}</p>;
  if (is(element, 'bpmn:Process') || is(element, 'bpmn:Collaboration'))
    return <WholeFlow process={element} />;
  return <OneElement key={element.id} element={element} />;
}

function OneElement({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  const name = useHold(element.id, 'name');
  const type = typeLabelOf(element, t);
  return (
    <>
      <header className="op-flow-head">
        <Button
          type="text"
          size="small"
          icon={<ArrowLeftOutlined />}
          aria-label={t('outline.back')}
          onClick={() => studio.clear()}
        />
        <i className={iconOf(element)} aria-hidden />
        <h2>{nameOf(element) || type}</h2>
        {nameOf(element) && <small>{type}</small>}
      </header>
      {!is(element, 'bpmn:SequenceFlow') && (
        <FlowSection title={t('general.title')}>
          <FlowField label={t('general.name')} hold={name}>
            {(id) => (
              <TextSetting
                id={id}
                value={nameOf(element)}
                disabled={name.fixed}
                takesFocus={studio.fresh() === element}
                onSet={(value) => studio.set(element, { name: value || undefined })}
              />
            )}
          </FlowField>
          <Explanation element={element} />
          <ElementActions element={element} />
        </FlowSection>
      )}
      <ElementSections element={element} />
    </>
  );
}

function Explanation({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  const hold = useHold(element.id, 'documentation');
  const written = (element.businessObject.get('documentation') ?? []) as readonly Parameters<
    typeof textOf
  >[0][];
  const value = written.map((it) => textOf(it, 'text') ?? '').join('\n');
  const isFixed = hold.fixed && (value !== '' || hold.stated?.lock.class !== 'APPEND');
  return (
    <FlowField label={t('general.documentation')} hold={hold}>
      {(id) => (
        <TextSetting
          id={id}
          rows={1}
          value={value}
          disabled={isFixed}
          onSet={(text) =>
            studio.set(element, {
              documentation: text === '' ? [] : [studio.create('bpmn:Documentation', { text })],
            })
          }
        />
      )}
    </FlowField>
  );
}

function WholeFlow({ process }: { readonly process: ModelElement }) {
  const { t } = useTranslation('flow');
  return (
    <>
      <header className="op-flow-head">
        <i className={iconOf(process)} aria-hidden />
        <h2>{nameOf(process) || t('type.Process')}</h2>
      </header>
      <FlowSection title={t('general.title')}>
        <Explanation element={process} />
      </FlowSection>
      <FlowSection title={t('outline.title')}>
        <p className="op-flow-hint">{t('outline.hint')}</p>
        <Outline />
      </FlowSection>
    </>
  );
}
