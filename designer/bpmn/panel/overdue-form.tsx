import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { ModelElement } from 'bpmn-js/lib/Modeler';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addOverdue, type Overdue } from '../editing/overdue.ts';
import type { Deadline } from '../flow/deadline.ts';
import { stepOf, variableFor } from '../flow/flow-entry.ts';
import { readWho } from '../flow/who.ts';
import { FlowField } from './flow-field.tsx';
import { useFlowPanel } from './flow-panel-context.ts';
import { nameOf } from './name-field.tsx';

const ways = ['remind', 'takeOver', 'decide', 'goTo'] as const;
type Way = (typeof ways)[number];

interface OverdueFormProps {
  readonly step: ModelElement;
  readonly deadline: Deadline;
}

/** Adds what follows when the step is not done in time. */
export function OverdueForm({ step, deadline }: OverdueFormProps) {
  const { t } = useTranslation('flow');
  const { studio, plan } = useFlowPanel();
  const [way, setWay] = useState<Way | null>(null);
  const entry = studio.entry();
  const who = readWho(step.businessObject, entry.variables);
  const outcome = stepOf(entry, step.id)?.outcome;
  const form = plan.forms.find(({ key }) => key === stepOf(entry, step.id)?.form?.key);
  const decision = form?.fields.find(({ path }) => path === outcome?.component);
  const variable =
    outcome && variableFor(entry, { from: 'step', element: step.id, component: outcome.component });
  if (way === null)
    return (
      <Button block type="dashed" icon={<PlusOutlined />} onClick={() => setWay('remind')}>
        {t('overdue.add')}
      </Button>
    );
  const waiting =
    deadline.length.by === 'none' || deadline.length.by === 'written'
      ? { length: { by: 'days' as const, amount: 5 }, working: true }
      : deadline;
  const add = (overdue: Overdue, added: string | undefined) => {
    const name = nameOf(step);
    addOverdue(studio, step, waiting, overdue, {
      event: t('overdue.event', { name }),
      step: added,
      end: t('overdue.reminded'),
    });
    setWay(null);
  };
  const recipients = who.by === 'any' ? who.groups.filter((it) => !it.startsWith('group:')) : [];
  const choices: Readonly<Record<Way, readonly { readonly value: string; readonly label: string }[]>> = {
    remind: plan.recipients
      .filter(({ key }) => !key.startsWith('group:'))
      .map(({ key, label }) => ({ value: key, label })),
    takeOver: plan.people.map(({ key, label }) => ({ value: key, label })),
    decide:
      variable === undefined
        ? []
        : (decision?.options ?? []).map(({ key, label }) => ({ value: key, label })),
    goTo: studio
      .outline()
      .filter((it) => it !== step && it.parent === step.parent && it.host === undefined && nameOf(it) !== '')
      .filter(({ type }) => type !== 'bpmn:StartEvent')
      .map((it) => ({ value: it.id, label: nameOf(it) })),
  };
  const choose = (chosen: string) => {
    const label = choices[way].find(({ value }) => value === chosen)?.label ?? chosen;
    if (way === 'remind')
      add({ how: 'remind', recipient: `role:${chosen}` }, t('overdue.remindStep', { label }));
    if (way === 'takeOver')
      add({ how: 'takeOver', groups: [chosen] }, t('overdue.takeOverStep', { name: nameOf(step) }));
    if (way === 'decide' && variable !== undefined)
      add({ how: 'decide', variable, value: chosen }, t('overdue.decideStep', { label }));
    const target = way === 'goTo' ? studio.element(chosen) : undefined;
    if (target) add({ how: 'goTo', target }, undefined);
  };
  return (
    <div className="op-flow-card">
      <FlowField label={t('overdue.what')}>
        {(id) => (
          <Select<Way>
            id={id}
            autoFocus
            value={way}
            onChange={setWay}
            options={ways.map((it) => ({
              value: it,
              label: t(`overdue.way.${it}`),
              disabled: choices[it].length === 0,
            }))}
          />
        )}
      </FlowField>
      <FlowField label={t(`overdue.ask.${way}`)} hint={t(`overdue.hint.${way}`)}>
        {(id) => (
          <Select
            id={id}
            value={undefined}
            placeholder={recipients.length > 0 && way === 'remind' ? t('overdue.sameAs') : t('choose')}
            onChange={choose}
            options={[...choices[way]]}
          />
        )}
      </FlowField>
      <Button size="small" onClick={() => setWay(null)}>
        {t('cancel')}
      </Button>
    </div>
  );
}
