import { Radio, Select } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addSigners,
  copyTask,
  delegateTask,
  reassignTask,
  returnTask,
  type TaskActions,
} from '../../contracts/api/approval.ts';
import { Dialog } from '../app/dialog.tsx';
import { Field } from '../app/field.tsx';
import { FormAlert } from '../app/form-alert.tsx';
import { ReasonField } from '../app/reason-field.tsx';
import { PeopleField } from './people-field.tsx';
import { useApproval } from './use-approval.ts';

export type DialogAction = 'reassign' | 'delegate' | 'sign' | 'return' | 'copy';
type Position = 'before' | 'parallel' | 'after';

interface ActionDialogProps {
  readonly action: DialogAction;
  readonly taskId: string;
  readonly returnSteps: TaskActions['returnSteps'];
  readonly returnTo: RefObject<HTMLElement | null>;
  /** `left`: it was done, and the task is no longer the caller’s. */
  readonly onClose: (left: boolean) => void;
}

const longest = 500;

/** Asks for whom, where to and why, and does it. */
export function ActionDialog({ action, taskId, returnSteps, returnTo, onClose }: ActionDialogProps) {
  const { t } = useTranslation('portal');
  const approval = useApproval();
  const [people, setPeople] = useState<readonly string[]>([]);
  const [position, setPosition] = useState<Position>('parallel');
  const [step, setStep] = useState<string>();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const several = action === 'sign' || action === 'copy';
  const chosen = action === 'return' ? step !== undefined : people.length > 0;
  const explained = action === 'copy' || reason.trim() !== '';
  // A task that others sign before stands aside until they have; beside or after it stays where it is.
  const leaves = action === 'sign' ? position === 'before' : action !== 'copy';

  const send = async () => {
    setChecked(true);
    if (!chosen || !explained) return;
    const params = { id: taskId };
    const [to = ''] = people;
    const text = reason.trim();
    const done = {
      reassign: () =>
        approval.send(reassignTask, { params, body: { to, reason: text } }, 'approval.done.reassign', true),
      delegate: () =>
        approval.send(delegateTask, { params, body: { to, reason: text } }, 'approval.done.delegate', true),
      sign: () =>
        approval.send(
          addSigners,
          { params, body: { people: [...people], position, reason: text } },
          leaves ? 'approval.done.signBefore' : 'approval.done.sign',
          leaves,
        ),
      return: () =>
        approval.send(
          returnTask,
          { params, body: { elementId: step ?? '', reason: text } },
          'approval.done.return',
          true,
        ),
      copy: () =>
        approval.send(copyTask, { params, body: { people: [...people], note: text } }, 'approval.done.copy'),
    };
    if (await done[action]()) onClose(leaves);
  };

  const ending = returnSteps.find(({ elementId }) => elementId === step)?.endsWorkAt ?? [];
  return (
    <Dialog
      title={t(`approval.menu.${action}`)}
      action={t(`approval.button.${action}`)}
      sending={approval.sending}
      onAction={() => void send()}
      onClose={() => onClose(false)}
      returnTo={returnTo}
    >
      <p className="po-muted">{t(`approval.hint.${action}`)}</p>
      {action === 'return' ? (
        <Field
          label={t('approval.step')}
          hint={ending.length > 0 ? t('approval.ends', { names: ending.join('、') }) : undefined}
          error={checked && !chosen ? t('approval.missingStep') : undefined}
        >
          {(control) => (
            <Select
              {...control}
              value={step}
              onChange={setStep}
              notFoundContent={t('approval.noSteps')}
              options={returnSteps.map(({ elementId, name }) => ({ value: elementId, label: name }))}
              style={{ width: '100%' }}
            />
          )}
        </Field>
      ) : (
        <PeopleField
          taskId={taskId}
          several={several}
          value={people}
          error={checked && !chosen ? t('approval.missingPerson') : undefined}
          onChange={setPeople}
        />
      )}
      {action === 'sign' && (
        <fieldset className="po-field">
          <legend>{t('approval.position')}</legend>
          <Radio.Group
            vertical
            value={position}
            onChange={(event) => setPosition(event.target.value as Position)}
          >
            {(['before', 'parallel', 'after'] as const).map((one) => (
              <Radio key={one} value={one}>
                {t(`approval.positions.${one}`)}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      )}
      <ReasonField
        label={t(action === 'copy' ? 'approval.note' : 'approval.reason')}
        value={reason}
        missing={checked && !explained}
        longest={longest}
        onChange={setReason}
      />
      <FormAlert failure={approval.failure} />
    </Dialog>
  );
}
