import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { getRecord } from '../../contracts/api/records.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { Answer } from '../app/answer.tsx';
import { Page } from '../app/page.tsx';
import { TransitNote } from './transit-note.tsx';
import './record.css';

const steps = ['confirm', 'notice', 'archive'] as const;

/** After a submission: that it arrived, and what happens next. */
export function SubmittedPage() {
  const { t } = useTranslation('portal');
  const { recordId = '' } = useParams();
  const navigate = useNavigate();
  const record = useAnswer(getRecord, { params: { id: recordId } });
  return (
    <Page
      title={
        <>
          <CheckCircleOutlined aria-hidden className="po-done-icon" /> {t('record.submitted.title')}
        </>
      }
      plainTitle={t('record.submitted.title')}
      width="narrow"
    >
      <Answer of={record} lines={1}>
        {({ record: { title, transit } }) =>
          transit === null ? (
            <p>{t('record.submitted.hint', { title })}</p>
          ) : (
            <TransitNote transit={transit} />
          )
        }
      </Answer>
      <section className="po-section" aria-labelledby="next-title">
        <h2 id="next-title">{t('record.submitted.whatNext')}</h2>
        <ol className="po-steps">
          {steps.map((step) => (
            <li key={step}>
              <strong>{t(`record.submitted.${step}`)}</strong>
              <span className="po-muted">{t(`record.submitted.${step}Hint`)}</span>
            </li>
          ))}
        </ol>
      </section>
      <p className="po-buttons">
        <Button type="primary" size="large" onClick={() => void navigate(`/records/${recordId}`)}>
          {t('record.submitted.see')}
        </Button>
        <Link to="/records/new">{t('record.submitted.another')}</Link>
      </p>
    </Page>
  );
}
