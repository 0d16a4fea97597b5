import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { PlanUnderCheck } from '@oneplan/runtime/plan/checks/plan-under-check.ts';
import { defaultTimeZone } from '@oneplan/runtime/ui/dates.ts';
import { Button, Input } from 'antd';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scenarioFileOf } from '../session/scenario-of.ts';
import type { Session } from '../session/session.ts';
import { downloadScenario } from './download-scenario.ts';
import { keepScenarios, keptScenarios, readScenarioFile } from './kept-scenarios.ts';
import { type ReplayResult, replayResults } from './replay-results.ts';
import { useDifferenceWords } from './use-difference-words.ts';

interface ScenariosCardProps {
  readonly layerId: string;
  readonly plan: PlanUnderCheck;
  readonly session: Session | null;
}

/** 录制的演练: runs that were recorded, each replayed on the draft, green or red with the first difference. */
export function ScenariosCard({ layerId, plan, session }: ScenariosCardProps) {
  const { t } = useTranslation('designer');
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState(() => keptScenarios(localStorage, layerId));
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const results = useMemo(() => replayResults(plan, files, defaultTimeZone), [plan, files]);

  const keep = (next: typeof files, said: string) => {
    setFiles(next);
    setNote(keepScenarios(localStorage, layerId, next) ? said : t('simulation.scenarios.notKept'));
  };
  const record = () => {
    if (session === null || name.trim() === '') return;
    keep(
      [...files, scenarioFileOf(session, name.trim())],
      t('simulation.scenarios.recorded', { name: name.trim() }),
    );
    setName('');
  };
  const open = async (list: FileList | null) => {
    const read = await Promise.all(
      [...(list ?? [])].map(async (file) => readScenarioFile(await file.text())),
    );
    const good = read.filter((file) => file !== null);
    if (good.length > 0) keep([...files, ...good], t('simulation.scenarios.opened', { count: good.length }));
    if (good.length < read.length) setNote(t('simulation.scenarios.unreadable'));
  };
  const remove = (result: ReplayResult) =>
    keep(
      files.flatMap((file, index) => {
        if (index !== result.file) return [file];
        const scenarios = file.scenarios.filter((_, place) => place !== result.scenario);
        return scenarios.length === 0 ? [] : [{ ...file, scenarios }];
      }),
      t('simulation.scenarios.removed', { name: result.name }),
    );
  const download = (result: ReplayResult) => {
    const file = files[result.file];
    if (file) downloadScenario(file, result.name);
  };

  return (
    <section className="de-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('simulation.scenarios.title')}</h2>
      <p className="de-muted">{t('simulation.scenarios.hint')}</p>
      {session !== null && (
        <form
          className="de-sim-record"
          onSubmit={(event) => {
            event.preventDefault();
            record();
          }}
        >
          <label htmlFor={`${id}-name`}>{t('simulation.scenarios.name')}</label>
          <Input
            id={`${id}-name`}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.target.value)}
          />
          <Button htmlType="submit" disabled={name.trim() === ''}>
            {t('simulation.scenarios.record')}
          </Button>
        </form>
      )}
      <p role="status">{note}</p>
      <ul className="de-sim-scenarios">
        {results.map((result) => (
          <ScenarioLine
            key={`${result.file} ${result.scenario} ${result.name}`}
            result={result}
            plan={plan}
            onDownload={() => download(result)}
            onRemove={() => remove(result)}
          />
        ))}
      </ul>
      <div className="de-buttons">
        <input
          ref={picker}
          type="file"
          accept=".json"
          multiple
          hidden
          aria-label={t('simulation.scenarios.open')}
          onChange={(event) => {
            void open(event.target.files);
            event.target.value = '';
          }}
        />
        <Button onClick={() => picker.current?.click()}>{t('simulation.scenarios.open')}</Button>
      </div>
    </section>
  );
}

interface ScenarioLineProps {
  readonly result: ReplayResult;
  readonly plan: PlanUnderCheck;
  readonly onDownload: () => void;
  readonly onRemove: () => void;
}

function ScenarioLine({ result, plan, onDownload, onRemove }: ScenarioLineProps) {
  const { t } = useTranslation('designer');
  const say = useDifferenceWords(plan, result.process);
  const { finding, name } = result;
  return (
    <li data-differs={finding !== undefined}>
      <strong>{name}</strong>
      {finding === undefined ? (
        <span className="de-clean">
          <CheckCircleOutlined aria-hidden /> {t('simulation.scenarios.same')}
        </span>
      ) : (
        <span className="de-found">
          <CloseCircleOutlined aria-hidden /> {say(finding)}
        </span>
      )}
      <span className="de-buttons">
        <Button size="small" onClick={onDownload}>
          {t('simulation.scenarios.download')}
          <span className="op-visually-hidden"> {name}</span>
        </Button>
        <Button size="small" onClick={onRemove}>
          {t('simulation.scenarios.remove')}
          <span className="op-visually-hidden"> {name}</span>
        </Button>
      </span>
    </li>
  );
}
