import { BellOutlined, ClockCircleOutlined, SettingOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { happen, reportError, type Session } from '../session/session.ts';
import type { Waiting } from '../session/waiting.ts';
import type { Simulation } from './use-simulation.ts';
import { useSimulationWords } from './use-words.ts';

/** A step that is being played, and in which role. */
export interface Acting {
  readonly waiting: Extract<Waiting, { kind: 'person' }>;
  readonly as: string | undefined;
}

interface WaitingListProps {
  readonly ref: Ref<{ readonly focus: () => void }>;
  readonly session: Session;
  readonly simulation: Simulation;
  readonly acting: Acting | null;
  readonly onAct: (acting: Acting) => void;
}

const icons = {
  person: UserOutlined,
  action: SettingOutlined,
  message: BellOutlined,
  signal: BellOutlined,
  timer: ClockCircleOutlined,
} as const;

/** 现在轮到谁: everybody and everything that the run waits for, each with what can be done about it. */
export function WaitingList({ ref, session, simulation, acting, onAct }: WaitingListProps) {
  const { t } = useTranslation('designer');
  const title = useRef<HTMLHeadingElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => title.current?.focus() }));
  const { waiting, end } = session.played;
  return (
    <section className="de-card" aria-labelledby="de-waiting-title">
      <h2 id="de-waiting-title" ref={title} tabIndex={-1}>
        {t('simulation.waiting.title')}
      </h2>
      <p role="status" className="de-muted">
        {end === 'waiting'
          ? t('simulation.waiting.count', { count: waiting.length })
          : t(`simulation.end.${end}`)}
      </p>
      <ul className="de-sim-waiting">
        {firstOfEach(waiting).map(({ one, count }) => {
          const Icon = icons[one.kind];
          return (
            <li key={one.token} data-acting={acting?.waiting.token === one.token}>
              <Icon aria-hidden />
              <WaitingWords one={one} count={count} session={session} />
              <WaitingButtons one={one} session={session} simulation={simulation} onAct={onAct} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Of several who wait at one element the first is played; the next one follows it. */
function firstOfEach(waiting: readonly Waiting[]): readonly { one: Waiting; count: number }[] {
  return waiting.flatMap((one, index) => {
    const alike = waiting.filter(({ element, kind }) => element === one.element && kind === one.kind);
    return alike[0]?.token === waiting[index]?.token ? { one, count: alike.length } : [];
  });
}

interface WordsProps {
  readonly one: Waiting;
  readonly count: number;
  readonly session: Session;
}

function WaitingWords({ one, count, session }: WordsProps) {
  const { t } = useTranslation('designer');
  const words = useSimulationWords(session.process);
  const who = () => {
    switch (one.kind) {
      case 'person':
        return one.by.length === 0
          ? t('simulation.waiting.nobody')
          : one.by.map(words.roleName).join(t('publishing.dialog.separator'));
      case 'action':
        return t('simulation.waiting.action', { name: words.actionName(one.topic) });
      case 'message':
      case 'signal':
        return t('simulation.waiting.event', { name: one.event });
      case 'timer':
        return t('simulation.waiting.timer');
    }
  };
  return (
    <div>
      <strong>{one.name}</strong>
      {count > 1 && <span className="de-muted"> {t('simulation.waiting.several', { count })}</span>}
      <p className="de-muted">
        {one.within !== undefined && `${one.within} · `}
        {who()}
        {'dueAt' in one && one.dueAt !== undefined && (
          <> · {t('simulation.waiting.due', { when: words.moment(one.dueAt) })}</>
        )}
      </p>
    </div>
  );
}

interface ButtonsProps extends Pick<WaitingListProps, 'session' | 'simulation' | 'onAct'> {
  readonly one: Waiting;
}

function WaitingButtons({ one, session, simulation, onAct }: ButtonsProps) {
  const { t } = useTranslation('designer');
  const words = useSimulationWords(session.process);
  if (one.kind === 'timer') return null;
  const errors = 'errors' in one ? one.errors : [];
  return (
    <div className="de-buttons">
      {one.kind === 'person' ? (
        (one.by.length === 0 ? [undefined] : one.by).map((role) => (
          <Button key={role ?? ''} onClick={() => onAct({ waiting: one, as: role })}>
            {role === undefined
              ? t('simulation.act.open')
              : t('simulation.act.play', { role: words.roleName(role) })}
            <span className="op-visually-hidden"> {one.name}</span>
          </Button>
        ))
      ) : (
        <Button onClick={() => simulation.take(happen(session, one))}>
          {t(one.kind === 'action' ? 'simulation.act.done' : 'simulation.act.comes')}
          <span className="op-visually-hidden"> {one.name}</span>
        </Button>
      )}
      {errors.map((code) => (
        <Button key={code} onClick={() => simulation.take(reportError(session, one, code))}>
          {t('simulation.act.error', { code })}
        </Button>
      ))}
    </div>
  );
}
