import { AppstoreOutlined, FileAddOutlined } from '@ant-design/icons';
import { listShippedPlans } from '@oneplan/runtime/contracts/api/layers.ts';
import { randomKey } from '@oneplan/runtime/ui/api/browser-client.ts';
import { useAnswer } from '@oneplan/runtime/ui/api/use-answer.ts';
import { Alert, Button, Input, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../app/answer.tsx';
import { FileDoor } from '../files/file-door.tsx';
import { type BeginPlan, useBeginPlan } from './use-begin-plan.ts';

const stages = ['primary', 'junior-high', 'senior-high'] as const;
type Stage = (typeof stages)[number];

interface DoorsProps {
  readonly orgUnit: { readonly id: string; readonly name: string };
}

/** The ways to begin a plan: from one that comes with the system, from nothing, or from a file. */
export function Doors({ orgUnit }: DoorsProps) {
  const { t } = useTranslation('designer');
  const beginning = useBeginPlan();
  return (
    <>
      <p className="de-muted">{t('layers.begin.hint', { name: orgUnit.name })}</p>
      <div role="alert">
        {beginning.failure !== null && <Alert type="warning" showIcon title={beginning.failure} />}
      </div>
      <div className="de-doors">
        <ShippedDoor orgUnitId={orgUnit.id} beginning={beginning} />
        <EmptyDoor orgUnitId={orgUnit.id} beginning={beginning} />
        <FileDoor orgUnitId={orgUnit.id} />
      </div>
    </>
  );
}

interface DoorProps {
  readonly orgUnitId: string;
  readonly beginning: BeginPlan;
}

function ShippedDoor({ orgUnitId, beginning: { begin, sending } }: DoorProps) {
  const { t } = useTranslation('designer');
  const plans = useAnswer(listShippedPlans, {});
  return (
    <section className="de-card" aria-labelledby="de-door-shipped">
      <h2 id="de-door-shipped">
        <AppstoreOutlined aria-hidden /> {t('layers.begin.shipped')}
      </h2>
      <p className="de-muted">{t('layers.begin.shippedHint')}</p>
      <Answer of={plans} lines={3}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="de-muted">{t('layers.begin.noShipped')}</p>}
            <ul>
              {items.map(({ key, name, forms, processes, taken }) => (
                <li key={key}>
                  <span>
                    <strong>{name}</strong>
                    <span className="de-small de-muted">
                      {t('layers.begin.contents', { forms, processes })}
                    </span>
                  </span>
                  {taken ? (
                    <span className="de-muted de-nowrap">{t('layers.begin.taken')}</span>
                  ) : (
                    <Button
                      disabled={sending}
                      aria-label={t('layers.begin.useLabel', { name })}
                      onClick={() => void begin({ orgUnitId, from: { kind: 'shipped', key } })}
                    >
                      {t('layers.begin.use')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
}

function EmptyDoor({ orgUnitId, beginning: { begin, sending } }: DoorProps) {
  const { t } = useTranslation('designer');
  const id = useId();
  const [name, setName] = useState('');
  const [stage, setStage] = useState<Stage>('junior-high');
  const [missing, setMissing] = useState(false);
  // Nobody has to think of a key; it only has to be one that no other plan has.
  const [key] = useState(() => `plan-${randomKey().slice(0, 8)}`);
  const create = () => {
    setMissing(name.trim() === '');
    if (name.trim() !== '')
      void begin({ orgUnitId, from: { kind: 'nothing', key, name: name.trim(), stage } });
  };
  return (
    <section className="de-card" aria-labelledby="de-door-nothing">
      <h2 id="de-door-nothing">
        <FileAddOutlined aria-hidden /> {t('layers.begin.nothing')}
      </h2>
      <p className="de-muted">{t('layers.begin.nothingHint')}</p>
      <div className="de-field">
        <label htmlFor={`${id}-name`}>{t('layers.begin.name')}</label>
        <Input
          id={`${id}-name`}
          maxLength={60}
          value={name}
          status={missing ? 'error' : undefined}
          aria-invalid={missing}
          aria-describedby={missing ? `${id}-missing` : undefined}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={create}
        />
        {missing && (
          <p id={`${id}-missing`} className="de-field-error">
            {t('layers.begin.nameMissing')}
          </p>
        )}
      </div>
      <div className="de-field">
        <span id={`${id}-stage`}>{t('layers.begin.stage')}</span>
        <Segmented<Stage>
          aria-label={t('layers.begin.stage')}
          value={stage}
          options={stages.map((value) => ({ value, label: t(`layers.stages.${value}`) }))}
          onChange={setStage}
        />
      </div>
      <div>
        <Button loading={sending} onClick={create}>
          {t('layers.begin.create')}
        </Button>
      </div>
    </section>
  );
}
