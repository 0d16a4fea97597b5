import { defaultTimeZone } from '@oneplan/runtime/ui/dates.ts';
import { PageError } from '@oneplan/runtime/ui/state/PageError.tsx';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Answer } from '../../app/answer.tsx';
import { useDocumentTitle } from '../../app/use-document-title.ts';
import { addresses, placeParameter } from '../addresses.ts';
import { EditorHead } from '../editing/editor-head.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { type DraftPlan, useDraftPlan } from './draft/use-draft-plan.ts';
import { useDraftScenarios } from './scenarios/use-draft-scenarios.ts';
import { simulatedProcess } from './session/simulated-process.ts';
import { SimulationBoard } from './view/simulation-board.tsx';
import './simulation.css';

/** 模拟: the saved draft of a flow, played with the interpreter that will run it. */
export function SimulationPage() {
  const { t } = useTranslation('designer');
  const draft = useDraftPlan();
  useDocumentTitle(t('simulation.title'));
  return <Answer of={draft}>{(data) => <OpenSimulation draft={data} />}</Answer>;
}

function OpenSimulation({ draft: { plan, files } }: { readonly draft: DraftPlan }) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const navigate = useNavigate();
  const { key } = useParams();
  const sought = useSoughtProcess();
  const entries = plan?.manifest.processes ?? [];
  const chosen = entries.find((entry) => entry.key === (key ?? sought)) ?? entries[0];
  const process = useMemo(
    () => (plan && chosen ? simulatedProcess(plan, chosen.key, defaultTimeZone) : undefined),
    [plan, chosen],
  );
  if (plan === null || chosen === undefined) return <PageError message={t('simulation.noProcess')} />;
  return (
    <div className="de-editor">
      <EditorHead
        title={t('simulation.of', { name: chosen.name })}
        code={chosen.code}
        hint={t('simulation.hint')}
        actions={
          entries.length > 1 && (
            <Select
              aria-label={t('simulation.process')}
              value={chosen.key}
              options={entries.map((entry) => ({ value: entry.key, label: entry.name }))}
              onChange={(next) => void navigate(addresses.simulation(layer.id, next))}
            />
          )
        }
      />
      {process === undefined ? (
        <PageError message={t('simulation.broken')} />
      ) : (
        <SimulationBoard key={process.entry.key} process={process} files={files} />
      )}
    </div>
  );
}

/** The flow of the scenarios that an address names. */
function useSoughtProcess(): string | undefined {
  const [search] = useSearchParams();
  const { data: drafts } = useDraftScenarios();
  const key = search.get(placeParameter);
  return drafts?.find((it) => it.key === key)?.file.process;
}
