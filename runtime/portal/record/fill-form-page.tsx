import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { getRecordForm } from '../../contracts/api/records.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { Answer } from '../app/answer.tsx';
import { NotFoundPage } from '../app/not-found-page.tsx';
import { Page } from '../app/page.tsx';
import { useOwnStudent } from '../session/use-own-student.ts';
import { FillForm } from './fill-form.tsx';
import './record.css';

/** Fill one form for a pupil and submit it. */
export function FillFormPage() {
  const { t } = useTranslation('portal');
  const { formKey = '' } = useParams();
  const { student } = useOwnStudent();
  const id = student?.id ?? '';
  const form = useAnswer(getRecordForm, { params: { id, formKey } }, { enabled: id !== '', fresh: true });
  if (student === null) {
    return <NotFoundPage />;
  }
  return (
    <Page
      title={form.data?.form.name ?? t('record.choose.title')}
      back={{ to: '/records/new', label: t('shell.back') }}
      width="narrow"
    >
      <Answer of={form}>
        {(answer) => <FillForm key={`${id} ${formKey}`} student={student} answer={answer} />}
      </Answer>
    </Page>
  );
}
