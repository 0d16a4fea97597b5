import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { readTimer, writeTimer } from '../flow/deadline.ts';
import { FlowField } from './flow-field.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import { WaitingInput } from './waiting-input.tsx';

/** How long a timer waits. */
export function TimerFields({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  const hold = useHold(element.id, 'timer.timeDuration');
  const waiting = readTimer(element.businessObject, studio.entry().variables);
  if (!waiting) return <p className="op-flow-hint">{t('timer.written')}</p>;
  return (
    <FlowField label={t('timer.wait')} hold={hold}>
      {(id) => (
        <WaitingInput
          id={id}
          value={waiting}
          disabled={hold.fixed}
          onSet={(next, entry) => {
            const { event, timer, definition } = writeTimer(next, element.businessObject, studio.create);
            studio.set(element, event, {
              ...(entry && { entry }),
              run: () => timer && studio.services.modeling.updateModdleProperties(element, timer, definition),
            });
          }}
        />
      )}
    </FlowField>
  );
}
