import { useTranslation } from 'react-i18next';
import type { Session } from '../session/session.ts';
import { useSimulationWords } from './use-words.ts';

/** 流程里的数据: what conditions and periods of the flow go by, as it stands. */
export function VariablesCard({ session }: { readonly session: Session }) {
  const { t } = useTranslation('designer');
  const words = useSimulationWords(session.process);
  const rows = Object.entries(session.played.variables).map(([name, value]) => words.variable(name, value));
  return (
    <section className="de-card" aria-labelledby="de-variables-title">
      <h2 id="de-variables-title">{t('simulation.variables.title')}</h2>
      <table className="de-table de-sim-variables">
        <thead>
          <tr>
            <th scope="col">{t('simulation.variables.name')}</th>
            <th scope="col">{t('simulation.variables.source')}</th>
            <th scope="col">{t('simulation.variables.value')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, source, value }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{source}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
