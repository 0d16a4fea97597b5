import { EditOutlined, RightOutlined, StopOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listRecordForms, type RecordForm } from '../../contracts/api/records.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Answer } from '../app/answer.tsx';
import { NotFoundPage } from '../app/not-found-page.tsx';
import { Page } from '../app/page.tsx';
import { ChildPicker } from '../session/child-picker.tsx';
import { useOwnStudent } from '../session/use-own-student.ts';
import { byDimension, partsOf } from './parts.ts';
import './record.css';

/** What can be recorded now, by dimension. */
export function ChooseFormPage() {
  const { t } = useTranslation('portal');
  const own = useOwnStudent();
  const id = own.student?.id ?? '';
  const forms = useAnswer(listRecordForms, { params: { id } }, { enabled: id !== '' });
  if (own.student === null) {
    return <NotFoundPage />;
  }
  return (
    <Page title={t('record.choose.title')} back={{ to: '/records', label: t('shell.back') }}>
      <ChildPicker {...own} />
      <Answer of={forms}>
        {({ forms: all, termName, planName }) => {
          const [part] = partsOf(all);
          return all.length === 0 ? (
            <EmptyState title={t('record.choose.none')} hint={t('record.choose.noneHint')} />
          ) : (
            <>
              <p className="po-muted">
                {planName} · {termName}
              </p>
              <p>
                {part?.cap === undefined || part.cap === null
                  ? t('record.choose.hintPlain')
                  : t('record.choose.hint', { cap: part.cap, used: part.used })}
              </p>
              {byDimension(all).map((group, index) => (
                <section key={group.dimension} className="po-section" aria-labelledby={`dimension-${index}`}>
                  <h2 id={`dimension-${index}`}>{group.dimension}</h2>
                  <ul className="po-tiles">
                    {group.forms.map((form) => (
                      <li key={form.formKey}>
                        <FormTile form={form} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}

function FormTile({ form }: { readonly form: RecordForm }) {
  const { t } = useTranslation('portal');
  const words = (
    <span>
      <strong>{form.name}</strong>
      <span className="po-muted">
        {form.closed === null ? form.description : t(`record.choose.closed.${form.closed}`)}
      </span>
    </span>
  );
  return form.closed === null ? (
    <Link className="po-tile" to={`/records/new/${encodeURIComponent(form.formKey)}`}>
      <EditOutlined aria-hidden />
      {words}
      <RightOutlined aria-hidden className="po-tile-go" />
    </Link>
  ) : (
    <p className="po-tile" data-closed="true">
      <StopOutlined aria-hidden />
      {words}
    </p>
  );
}
