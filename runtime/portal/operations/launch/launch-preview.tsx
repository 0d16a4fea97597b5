import { ClockCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LaunchPreview as Preview } from '../../../contracts/api/launches.ts';
import { Moment } from '../../../ui/Moment.tsx';
import { TableFrame } from '../../app/table-frame.tsx';
import { askedWords } from '../asked-words.ts';

/** What a launch would do, before it is done: how many, what they are asked and until when, who is left out and why. */
export function LaunchPreview({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('portal');
  return (
    <section className="po-section" aria-labelledby="preview-title">
      <h2 id="preview-title">{t('operations.launch.preview')}</h2>
      <dl className="po-op-figures">
        <Figure name={t('operations.launch.roster')} value={preview.roster} />
        <Figure name={t('operations.launch.startable')} value={preview.startable} />
        <Figure name={t('operations.launch.leftOut')} value={preview.roster - preview.startable} />
      </dl>
      {preview.problem !== null && (
        <p className="po-op-warning" role="alert">
          <WarningOutlined aria-hidden /> {t('operations.launch.problem', { message: preview.problem })}
        </p>
      )}
      {preview.earlier[0] !== undefined && (
        <div className="po-op-warning">
          <p>
            <InfoCircleOutlined aria-hidden /> {t('operations.launch.earlier')}
          </p>
          <ul>
            {preview.earlier.map((launch) => (
              <li key={launch.id}>
                <Link to={`/operations/launches/${launch.id}`}>
                  {launch.orgUnitName} · <Moment at={launch.createdAt} />
                </Link>{' '}
                {t('operations.launch.startedCount', { count: launch.started })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {preview.first.length > 0 && (
        <>
          <h3>{t('operations.launch.first')}</h3>
          <ul className="po-list">
            {preview.first.map((task) => (
              <li key={task.elementId} className="po-line">
                <span className="po-line-main">
                  <strong>{task.name}</strong>
                  <span className="po-muted">
                    {t('operations.launch.askedOf', { who: askedWords(t, task.asked) })}
                  </span>
                </span>
                <span className="po-line-side">
                  {task.dueAt === null ? (
                    <span className="po-muted">{t('operations.launch.noDue')}</span>
                  ) : (
                    <span>
                      <ClockCircleOutlined aria-hidden /> {t('operations.launch.until')}{' '}
                      <Moment at={task.dueAt} />
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {preview.leftOut.length > 0 && (
        <>
          <h3>{t('operations.launch.leftOutWhy')}</h3>
          <ul className="po-list">
            {preview.leftOut.map(({ reason, count }) => (
              <li key={reason} className="po-line">
                <span className="po-line-main">
                  <strong>{t(`operations.launch.reason.${reason}`)}</strong>
                  <span className="po-muted">{t(`operations.launch.remedy.${reason}`)}</span>
                </span>
                <span className="po-line-side">{t('operations.people', { count })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {preview.units.length > 1 && <ByUnit units={preview.units} />}
    </section>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function ByUnit({ units }: Pick<Preview, 'units'>) {
  const { t } = useTranslation('portal');
  return (
    <TableFrame label={t('operations.launch.byUnit')}>
      <table className="po-table">
        <thead>
          <tr>
            <th scope="col">
              {t(`shell.unitKind.${units[0]?.unit.kind === 'school' ? 'school' : 'class'}`)}
            </th>
            <th scope="col" className="po-number">
              {t('operations.launch.roster')}
            </th>
            <th scope="col" className="po-number">
              {t('operations.launch.startable')}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, roster, startable }) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              <td className="po-number">{roster}</td>
              <td className="po-number">{startable}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
