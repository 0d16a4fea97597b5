import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type getOperatedInstance, tryModification } from '../../../contracts/api/operated-instances.ts';
import { modifyInstance } from '../../../contracts/api/operations.ts';
import { useApi } from '../../../ui/api/api-context.tsx';
import type { AnswerOf } from '../../../ui/api/client.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { Field } from '../../app/field.tsx';
import { FormAlert } from '../../app/form-alert.tsx';
import { ReasonField } from '../../app/reason-field.tsx';
import { useSending } from '../../app/use-sending.ts';
import { instructionsOf, type Move, movesNothing } from './move.ts';
import { MoveConsequences } from './move-consequences.tsx';
import { useConsequences } from './use-consequences.ts';

interface MovePanelProps {
  readonly instance: AnswerOf<typeof getOperatedInstance>;
  /** What was pressed in the picture. */
  readonly chosen: string | null;
  readonly onChoose: (elementId: string | null) => void;
  readonly onMoved: () => void;
}

const nothing: Move = { ends: [], begins: [] };

/** 人工干预: what is ended, where it goes on, what that brings about in words, why, and doing it. */
export function MovePanel({ instance, chosen, onChoose, onMoved }: MovePanelProps) {
  const { t } = useTranslation('portal');
  const api = useApi();
  const announce = useAnnounce();
  const operation = useSending();
  const [move, setMove] = useState(nothing);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const consequences = useConsequences(move, () =>
    api.call(tryModification, {
      params: { id: instance.id },
      body: { instructions: instructionsOf(move) },
    }),
  );
  const options = (among: AnswerOf<typeof getOperatedInstance>['elements']) =>
    among.map(({ elementId, name }) => ({ value: elementId, label: name }));
  const ending = instance.elements.filter(({ active }) => active);
  const beginning = instance.elements.filter(
    ({ startable, name, elementId }) => startable && name !== elementId,
  );
  const pressed = instance.elements.find(({ elementId }) => elementId === chosen);
  const toggled = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  const change = (next: Move) => {
    setMove(next);
    onChoose(null);
  };
  const missing = reason.trim() === '';
  const send = async () => {
    setChecked(true);
    if (missing) return;
    const input = {
      params: { id: instance.id },
      body: { reason: reason.trim(), instructions: instructionsOf(move) },
    };
    if ((await operation.send(modifyInstance, input)) === null) return;
    announce(t('operations.move.done'));
    onMoved();
  };
  return (
    <section className="po-section po-op-panel" aria-labelledby="move-title">
      <h2 id="move-title">{t('operations.move.title')}</h2>
      <p className="po-muted">{t('operations.move.intro')}</p>
      {pressed !== undefined && (
        <div className="po-op-pressed" role="status">
          <strong>{pressed.name}</strong>
          <span>
            {pressed.active && (
              <Button
                size="small"
                onClick={() => change({ ...move, ends: toggled(move.ends, pressed.elementId) })}
              >
                {t('operations.move.endHere')}
              </Button>
            )}
            {pressed.startable && (
              <Button
                size="small"
                onClick={() => change({ ...move, begins: toggled(move.begins, pressed.elementId) })}
              >
                {t('operations.move.beginHere')}
              </Button>
            )}
          </span>
        </div>
      )}
      <Field label={t('operations.move.ends')} hint={t('operations.move.endsHint')}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            value={[...move.ends]}
            onChange={(ends: string[]) => change({ ...move, ends })}
            options={options(ending)}
          />
        )}
      </Field>
      <Field label={t('operations.move.begins')} hint={t('operations.move.beginsHint')}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={[...move.begins]}
            onChange={(begins: string[]) => change({ ...move, begins })}
            options={options(beginning)}
          />
        )}
      </Field>
      {!movesNothing(move) && <MoveConsequences of={consequences} />}
      <ReasonField
        value={reason}
        missing={checked && missing}
        hint={t('operations.move.reasonHint')}
        onChange={setReason}
      />
      <FormAlert failure={operation.failure} />
      <Button
        type="primary"
        disabled={movesNothing(move) || !consequences.possible}
        loading={operation.sending}
        onClick={() => void send()}
      >
        {t('operations.move.confirm')}
      </Button>
    </section>
  );
}
