import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface RecordFormProps {
  readonly sending: boolean;
  readonly onRecord: (name: string) => void;
}

/** Keeps what was played under a name. */
export function RecordForm({ sending, onRecord }: RecordFormProps) {
  const { t } = useTranslation('designer');
  const id = useId();
  const [name, setName] = useState('');
  const given = name.trim();
  return (
    <form
      className="de-sim-record"
      onSubmit={(event) => {
        event.preventDefault();
        if (given === '' || sending) return;
        onRecord(given);
        setName('');
      }}
    >
      <label htmlFor={id}>{t('simulation.scenarios.name')}</label>
      <Input id={id} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      <Button htmlType="submit" disabled={given === ''} loading={sending}>
        {t('simulation.scenarios.record')}
      </Button>
    </form>
  );
}
