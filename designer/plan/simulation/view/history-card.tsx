import { useTranslation } from 'react-i18next';
import type { HistoryLine } from '../session/play.ts';
import type { Session } from '../session/session.ts';
import { useSimulationWords } from './use-words.ts';

/** 历程: what was done and what happened by itself, with what it led to. */
export function HistoryCard({ session }: { readonly session: Session }) {
  const { t } = useTranslation('designer');
  const words = useSimulationWords(session.process);
  const wordsOf = ({ what, name = '', as }: HistoryLine) => {
    const said = t(`simulation.history.${what}`, { name });
    return as === undefined ? said : `${words.roleName(as)} · ${said}`;
  };
  return (
    <section className="de-card" aria-labelledby="de-history-title">
      <h2 id="de-history-title">{t('simulation.history.title')}</h2>
      <ol className="de-sim-history">
        {session.played.history.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end or taken from there
          <li key={index}>
            <span className="de-muted">{words.moment(line.at)}</span>
            <span>{wordsOf(line)}</span>
            {Object.entries(line.values ?? {}).map(([name, value]) => (
              <span key={name} className="de-muted">
                {words.variable(name, value).source || name}：{words.variable(name, value).value}
              </span>
            ))}
            {line.reached.length > 0 && <span className="de-muted">→ {line.reached.join(' → ')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
