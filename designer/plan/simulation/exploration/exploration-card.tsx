import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import type { Exploration, ExplorationFinding } from '@oneplan/runtime/simulation/exploration/exploration.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addresses, placeParameter } from '../../addresses.ts';
import { useFindingWords } from '../../findings/use-finding-words.ts';
import { elementName, type SimulatedProcess } from '../session/simulated-process.ts';
import { useSimulationWords } from '../view/use-words.ts';
import type { ExplorationState } from './use-exploration.ts';

interface ExplorationCardProps {
  readonly layerId: string;
  readonly process: SimulatedProcess;
  readonly state: ExplorationState;
  readonly shown: ExplorationFinding | null;
  readonly onExplore: () => void;
  readonly onCancel: () => void;
  readonly onShow: (finding: ExplorationFinding | null) => void;
}

/** 查遍所有走法: what goes wrong on some path, each with the path that leads there. */
export function ExplorationCard(props: ExplorationCardProps) {
  const { t } = useTranslation('designer');
  const { process, state, onExplore, onCancel } = props;
  const found = state.phase === 'done' ? state.explorations.get(process.entry.key) : undefined;
  return (
    <section className="de-card" aria-labelledby="de-exploration-title">
      <h2 id="de-exploration-title">{t('simulation.exploration.title')}</h2>
      <p className="de-muted">{t('simulation.exploration.hint')}</p>
      <div className="de-buttons">
        <Button loading={state.phase === 'running'} onClick={onExplore}>
          {t('simulation.exploration.start')}
        </Button>
        {state.phase === 'running' && (
          <Button onClick={onCancel}>{t('simulation.exploration.cancel')}</Button>
        )}
      </div>
      <div role="status">
        {state.phase === 'running' && <p>{t('simulation.exploration.running')}</p>}
        {state.phase === 'failed' && <p className="de-found">{state.message}</p>}
        {found && <Verdict exploration={found} />}
      </div>
      {found && found.findings.length > 0 && <Findings {...props} findings={found.findings} />}
    </section>
  );
}

function Verdict({ exploration }: { readonly exploration: Exploration }) {
  const { t } = useTranslation('designer');
  const { findings, unexplored, states, steps } = exploration;
  return (
    <>
      {findings.length === 0 ? (
        <p className="de-clean">
          <CheckCircleOutlined aria-hidden /> {t('simulation.exploration.clean', { steps, states })}
        </p>
      ) : (
        <p className="de-found">
          <ExclamationCircleOutlined aria-hidden />{' '}
          {t('simulation.exploration.found', { count: findings.length })}
        </p>
      )}
      {unexplored.map((why) => (
        <p key={why} className="de-muted">
          {t(`simulation.exploration.unexplored.${why}`)}
        </p>
      ))}
    </>
  );
}

interface FindingsProps extends ExplorationCardProps {
  readonly findings: readonly ExplorationFinding[];
}

function Findings({ layerId, process, findings, shown, onShow }: FindingsProps) {
  const { t } = useTranslation('designer');
  const sentence = useFindingWords();
  const words = useSimulationWords(process);
  const decided = ({ decisions }: ExplorationFinding) =>
    decisions
      .filter(({ element, values }) => element !== '' && Object.keys(values).length > 0)
      .map(({ element, values }) => {
        const said = Object.entries(values).map(([name, value]) => {
          const { source, value: text } = words.variable(name, value);
          return `${source || name} ${text}`;
        });
        return `${elementName(process, element)}（${said.join('，')}）`;
      })
      .join(' → ');
  return (
    <ol className="de-sim-findings">
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.element}`} data-shown={finding === shown}>
          <strong>{elementName(process, finding.element)}</strong>
          <span>{sentence(finding.rule) ?? finding.message}</span>
          {decided(finding) !== '' && (
            <span className="de-muted">{t('simulation.exploration.way', { way: decided(finding) })}</span>
          )}
          <span className="de-buttons">
            <Button
              size="small"
              aria-pressed={finding === shown}
              onClick={() => onShow(finding === shown ? null : finding)}
            >
              {t('simulation.exploration.draw')}
            </Button>
            <Link
              to={`${addresses.process(layerId, process.entry.key)}?${new URLSearchParams({ [placeParameter]: finding.element })}`}
            >
              {t('simulation.exploration.mend')}
            </Link>
          </span>
        </li>
      ))}
    </ol>
  );
}
