import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { followUpOf, timersOf } from '../editing/overdue.ts';
import { readDeadline, readTimer, writeDeadline } from '../flow/deadline.ts';
import { FlowField, FlowSection } from './flow-field.tsx';
import { useFlowPanel, useHold } from './flow-panel-context.ts';
import { nameOf } from './name-field.tsx';
import { OverdueForm } from './overdue-form.tsx';
import { TimerFields } from './timer-fields.tsx';
import { WaitingInput } from './waiting-input.tsx';

/** Until when a step is to be done, and what follows when it is not. */
export function DeadlineSection({ element }: { readonly element: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio } = useFlowPanel();
  const hold = useHold(element.id, 'dueDate');
  const deadline = readDeadline(element.businessObject, studio.entry().variables);
  const timers = timersOf(element);
  return (
    <FlowSection title={t('deadline.title')}>
      <FlowField label={t('deadline.due')} hold={hold} hint={t('deadline.hint')}>
        {(id) => (
          <WaitingInput
            id={id}
            optional
            value={deadline}
            disabled={hold.fixed}
            onSet={(next, entry) =>
              studio.set(
                element,
                writeDeadline(next, element.businessObject, studio.create),
                entry && { entry },
              )
            }
          />
        )}
      </FlowField>
      {timers.map((timer) => (
        <OverdueCard key={timer.id} timer={timer} />
      ))}
      <OverdueForm step={element} deadline={deadline} />
    </FlowSection>
  );
}

function OverdueCard({ timer }: { readonly timer: ModelElement }) {
  const { t } = useTranslation('flow');
  const { studio, locks } = useFlowPanel();
  const { how, target } = followUpOf(timer);
  const held = locks?.ofElement(timer.id)?.lock.class ?? 'FREE';
  const isTimed = readTimer(timer.businessObject, studio.entry().variables) !== undefined;
  return (
    <div className="op-flow-card">
      <div className="op-flow-card-head">
        <button type="button" className="op-flow-link" onClick={() => studio.select(timer)}>
          {t(`overdue.how.${how}`)}
          {target && <em>{nameOf(target)}</em>}
        </button>
        {held === 'FREE' && (
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('overdue.remove', { name: nameOf(timer) })}
            onClick={() => studio.remove(timer)}
          />
        )}
      </div>
      {isTimed && <TimerFields element={timer} />}
    </div>
  );
}
