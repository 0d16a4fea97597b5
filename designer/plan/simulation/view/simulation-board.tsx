import type { ExplorationFinding } from '@oneplan/runtime/simulation/exploration/exploration.ts';
import { DiagramViewer } from '@oneplan/runtime/ui/bpmn/DiagramViewer.tsx';
import type { DiagramMarks } from '@oneplan/runtime/ui/bpmn/marks.ts';
import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { placeParameter } from '../../addresses.ts';
import { useWorkbench } from '../../workbench/workbench-context.ts';
import type { DraftFiles } from '../draft/draft-files.ts';
import { ExplorationCard } from '../exploration/exploration-card.tsx';
import { useExploration } from '../exploration/use-exploration.ts';
import { ScenariosCard } from '../scenarios/scenarios-card.tsx';
import type { Played } from '../session/play.ts';
import type { SimulatedProcess } from '../session/simulated-process.ts';
import { ActPanel } from './act-panel.tsx';
import { ClockBar } from './clock-bar.tsx';
import { HistoryCard } from './history-card.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { StartPanel } from './start-panel.tsx';
import { useSimulation } from './use-simulation.ts';
import { VariablesCard } from './variables-card.tsx';
import { type Acting, WaitingList } from './waiting-list.tsx';

interface SimulationBoardProps {
  readonly process: SimulatedProcess;
  readonly files: DraftFiles;
}

/** The diagram with its tokens, who has to act, the form of the step, clock, variables, history; paths and scenarios below. */
export function SimulationBoard({ process, files }: SimulationBoardProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const simulation = useSimulation();
  const exploration = useExploration(layer.planKey, files);
  const [acting, setActing] = useState<Acting | null>(null);
  const [shown, setShown] = useState<ExplorationFinding | null>(null);
  const list = useRef<{ readonly focus: () => void }>(null);
  const { session } = simulation;
  const [search] = useSearchParams();
  // What a finding leads to stands first: the form beside the diagram would push it away while it is loaded.
  const sought = search.get(placeParameter);
  const scenarios = <ScenariosCard process={process} session={session} />;
  const moves = session?.moves.length;

  useEffect(() => {
    // What was just pressed is gone: the keyboard goes on where the next thing to do is listed.
    if (moves !== undefined) list.current?.focus();
  }, [moves]);

  const waits = session?.played.waiting;
  const stillOpen = acting && waits?.some(({ token }) => token === acting.waiting.token) ? acting : null;
  const openStep = (element: string) => {
    const waiting = waits?.find((one) => one.element === element && one.kind === 'person');
    if (waiting?.kind === 'person') setActing({ waiting, as: waiting.by[0] });
  };
  return (
    <div className="de-editor-body de-sim">
      {session && <ClockBar session={session} simulation={simulation} onStep={() => setActing(null)} />}
      {sought !== null && scenarios}
      {shown && <Alert type="info" showIcon title={t('simulation.exploration.drawn')} />}
      <div className="de-sim-board">
        <DiagramViewer
          xml={process.xml}
          height={440}
          marks={shown ? marksOfPath(shown) : session ? marksOf(session.played) : undefined}
          words={{ failed: t('simulation.exploration.title') }}
          onSelect={openStep}
        />
        <div className="de-sim-side">
          {simulation.refusal && <RefusalNote process={process} refusal={simulation.refusal} />}
          {session === null ? (
            <StartPanel process={process} simulation={simulation} />
          ) : (
            <>
              <WaitingList
                ref={list}
                session={session}
                simulation={simulation}
                acting={stillOpen}
                onAct={(next) => {
                  setShown(null);
                  setActing(next);
                }}
              />
              {stillOpen && (
                <ActPanel
                  key={`${stillOpen.waiting.token} ${stillOpen.as ?? ''}`}
                  session={session}
                  simulation={simulation}
                  acting={stillOpen}
                  onDone={() => setActing(null)}
                  onCancel={() => {
                    setActing(null);
                    list.current?.focus();
                  }}
                />
              )}
            </>
          )}
        </div>
      </div>
      {session && (
        <div className="de-sim-beside">
          <HistoryCard session={session} />
          <VariablesCard session={session} />
        </div>
      )}
      <div className="de-sim-beside">
        <ExplorationCard
          layerId={layer.id}
          process={process}
          state={exploration.state}
          shown={shown}
          onExplore={() => {
            setShown(null);
            exploration.explore();
          }}
          onCancel={exploration.cancel}
          onShow={setShown}
        />
        {sought === null && scenarios}
      </div>
    </div>
  );
}

/** Where the run stands, where it has been; how many wait at an element, when it is more than one. */
function marksOf({ active, finished, flows, waiting }: Played): DiagramMarks {
  const labels: Record<string, string> = {};
  for (const { element } of waiting) {
    const count = waiting.filter((one) => one.element === element).length;
    if (count > 1) labels[element] = String(count);
  }
  return { active, finished, flows, labels };
}

function marksOfPath({ path, element }: ExplorationFinding): DiagramMarks {
  return { flows: path, finished: path, failed: [element], chosen: element };
}
