import { ClockCircleOutlined, FastForwardOutlined, ReloadOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { restart, type Session, toNextTimer, undo, wait } from '../session/session.ts';
import type { Simulation } from './use-simulation.ts';
import { useSimulationWords } from './use-words.ts';

interface ClockBarProps {
  readonly session: Session;
  readonly simulation: Simulation;
  /** After any of its steps: what was open is of the past. */
  readonly onStep: () => void;
}

/** The clock of the run, which moves only when told to, and the way back. */
export function ClockBar({ session, simulation, onStep }: ClockBarProps) {
  const { t } = useTranslation('designer');
  const words = useSimulationWords(session.process);
  const { now, waiting, end } = session.played;
  const timer = waiting.find(({ kind }) => kind === 'timer');
  const step = (to: (session: Session) => Parameters<Simulation['take']>[0]) => () => {
    if (simulation.take(to(session))) onStep();
  };
  return (
    <section className="de-sim-clock" aria-label={t('simulation.clock.title')}>
      <p>
        <ClockCircleOutlined aria-hidden /> {words.moment(now)}
      </p>
      <div className="de-buttons">
        <Button icon={<FastForwardOutlined />} disabled={timer === undefined} onClick={step(toNextTimer)}>
          {timer === undefined
            ? t('simulation.clock.noTimer')
            : t('simulation.clock.next', { name: timer.name })}
        </Button>
        <Button disabled={end !== 'waiting'} onClick={step((now_) => wait(now_, 'P1D'))}>
          {t('simulation.clock.day')}
        </Button>
        <Button icon={<UndoOutlined />} disabled={session.moves.length === 0} onClick={step(undo)}>
          {t('simulation.undo')}
        </Button>
        <Button icon={<ReloadOutlined />} disabled={session.moves.length === 0} onClick={step(restart)}>
          {t('simulation.restart')}
        </Button>
        <Button
          onClick={() => {
            simulation.leave();
            onStep();
          }}
        >
          {t('simulation.leave')}
        </Button>
      </div>
    </section>
  );
}
