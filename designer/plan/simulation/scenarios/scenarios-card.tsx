import { defaultTimeZone } from '@oneplan/runtime/ui/dates.ts';
import { Button } from 'antd';
import { useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { placeParameter } from '../../addresses.ts';
import { useWorkbench } from '../../workbench/workbench-context.ts';
import { scenarioFileOf } from '../session/scenario-of.ts';
import type { Session } from '../session/session.ts';
import type { SimulatedProcess } from '../session/simulated-process.ts';
import { downloadScenario } from './download-scenario.ts';
import { readScenarioFile } from './read-scenario-file.ts';
import { RecordForm } from './record-form.tsx';
import { recordedAnew } from './recorded-anew.ts';
import { type ReplayResult, replayResults } from './replay-results.ts';
import { ScenarioLine } from './scenario-line.tsx';
import { useDraftScenarios } from './use-draft-scenarios.ts';
import { useScenarioStore } from './use-scenario-store.ts';

interface ScenariosCardProps {
  readonly process: SimulatedProcess;
  readonly session: Session | null;
}

/** 录制的演练: the runs that were recorded in the draft, each replayed on it, green or red with the first difference. */
export function ScenariosCard({ process, session }: ScenariosCardProps) {
  const { t } = useTranslation('designer');
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const { layer } = useWorkbench();
  const [search] = useSearchParams();
  const { data: drafts } = useDraftScenarios();
  const store = useScenarioStore();
  const { plan } = process;
  const results = useMemo(() => replayResults(plan, drafts ?? [], defaultTimeZone), [plan, drafts]);
  const sought = search.get(placeParameter);
  const soughtResult =
    results.find(({ from, finding }) => from.key === sought && finding !== undefined) ??
    results.find(({ from }) => from.key === sought);

  const open = async (list: FileList | null) => {
    const read = await Promise.all(
      [...(list ?? [])].map(async (file) => readScenarioFile(await file.text())),
    );
    const good = read.filter((file) => file !== null);
    const unreadable = good.length < read.length ? t('simulation.scenarios.unreadable') : '';
    if (good.length > 0)
      await store.add(good, `${t('simulation.scenarios.opened', { count: good.length })}${unreadable}`);
    else store.say(unreadable);
  };
  const replaced = ({ from, scenario }: ReplayResult, by: readonly (typeof scenario)[]) =>
    from.file.scenarios.flatMap((one) => (one === scenario ? by : [one]));
  const actions = (result: ReplayResult) => {
    const { from, scenario, finding } = result;
    const { name } = scenario;
    const anew = finding && layer.editable ? recordedAnew(process, result) : undefined;
    return {
      onDownload: () => downloadScenario({ ...from.file, scenarios: [scenario] }, name),
      onRemove: layer.editable
        ? () => void store.change(from, replaced(result, []), t('simulation.scenarios.removed', { name }))
        : undefined,
      onRecordAnew:
        anew &&
        (() =>
          void store.change(from, replaced(result, [anew]), t('simulation.scenarios.recorded', { name }))),
    };
  };

  return (
    <section className="de-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('simulation.scenarios.title')}</h2>
      <p className="de-muted">{t('simulation.scenarios.hint')}</p>
      {session !== null && layer.editable && (
        <RecordForm
          sending={store.sending}
          onRecord={(name) =>
            void store.add([scenarioFileOf(session, name)], t('simulation.scenarios.recorded', { name }))
          }
        />
      )}
      <p role="status">{store.note}</p>
      <ul className="de-sim-scenarios">
        {results.map((result) => (
          <ScenarioLine
            key={`${result.from.key} ${result.scenario.name} ${result.from.file.scenarios.indexOf(result.scenario)}`}
            result={result}
            flow={flowOf(result, process)}
            sought={result === soughtResult}
            {...actions(result)}
          />
        ))}
      </ul>
      {layer.editable && (
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
          <Button loading={store.sending} onClick={() => picker.current?.click()}>
            {t('simulation.scenarios.open')}
          </Button>
        </div>
      )}
    </section>
  );
}

function flowOf({ from: { file } }: ReplayResult, { entry, plan }: SimulatedProcess): string | undefined {
  if (file.process === entry.key) return undefined;
  return plan.manifest.processes.find(({ key }) => key === file.process)?.name ?? file.process;
}
