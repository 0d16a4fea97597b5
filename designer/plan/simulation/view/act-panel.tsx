import { FormRenderer } from '@oneplan/runtime/ui/formio/FormRenderer.tsx';
import { formPermission } from '@oneplan/runtime/ui/formio/form-permission.ts';
import type { FormDefinition } from '@oneplan/runtime/ui/formio/renderable.ts';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../session/filled-data.ts';
import { complete, type Session } from '../session/session.ts';
import { roleOf } from '../session/simulated-people.ts';
import { processAround } from '../session/simulated-process.ts';
import { stepForm } from '../session/step-form.ts';
import { TrialForm } from './trial-form.tsx';
import type { Simulation } from './use-simulation.ts';
import { useSimulationWords } from './use-words.ts';
import type { Acting } from './waiting-list.tsx';

interface ActPanelProps {
  readonly session: Session;
  readonly simulation: Simulation;
  readonly acting: Acting;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A step as the person in the role sees it: the record beside, the form to fill, with the fields that are open to them. */
export function ActPanel({ session, simulation, acting, onDone, onCancel }: ActPanelProps) {
  const { t } = useTranslation('designer');
  const words = useSimulationWords(session.process);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { waiting, as } = acting;
  const around = processAround(session.process, waiting.process);
  const { fill, beside } = stepForm(around, waiting.element, session.played.record);
  const send = (data: Row) => {
    if (simulation.take(complete(session, waiting, as === undefined ? undefined : roleOf(as), data)))
      onDone();
  };
  const cancel = <Button onClick={onCancel}>{t('simulation.act.cancel')}</Button>;
  return (
    <section className="de-card" aria-labelledby="de-act-title">
      <h2 id="de-act-title" ref={title} tabIndex={-1}>
        {as === undefined
          ? waiting.name
          : t('simulation.act.as', { role: words.roleName(as), name: waiting.name })}
      </h2>
      {beside && (
        <details>
          <summary>{t('simulation.act.record', { name: beside.name })}</summary>
          <FormRenderer
            definition={beside.definition as unknown as FormDefinition}
            permission={formPermission(beside.definition as unknown as FormDefinition, {
              readable: beside.permission.readable === '*' ? '*' : [...beside.permission.readable],
              editable: [],
            })}
            data={{ ...beside.data }}
            readOnly
          />
        </details>
      )}
      {fill ? (
        <TrialForm
          key={waiting.token}
          form={fill}
          errors={simulation.errors}
          submit={t('simulation.act.submit')}
          onSubmit={send}
          more={cancel}
        />
      ) : (
        <>
          <p className="de-muted">{t('simulation.act.noForm')}</p>
          <div className="de-buttons">
            <Button type="primary" onClick={() => send({})}>
              {t('simulation.act.submit')}
            </Button>
            {cancel}
          </div>
        </>
      )}
    </section>
  );
}
