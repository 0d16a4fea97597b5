import { LockOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { getArchive } from '../../contracts/api/publicity.ts';
import { useAnswer } from '../../ui/api/use-answer.ts';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { Answer } from '../app/answer.tsx';
import { useCalendarDate } from '../app/calendar-date.ts';
import { NotFoundPage } from '../app/not-found-page.tsx';
import { Page } from '../app/page.tsx';
import { ChildPicker } from '../session/child-picker.tsx';
import { useOwnStudent } from '../session/use-own-student.ts';
import { ArchiveEntryCard } from './archive-entry.tsx';
import { entriesByTerm } from './archive-groups.ts';
import { DimensionCounts } from './dimension-counts.tsx';
import './archive.css';

/** 成长档案 of a pupil: by dimension and term, to be read and printed. */
export function ArchivePage() {
  const { t } = useTranslation('portal');
  const { studentId } = useParams();
  const own = useOwnStudent();
  const dateOf = useCalendarDate();
  const id = studentId ?? own.student?.id ?? '';
  const archive = useAnswer(getArchive, { params: { id } }, { enabled: id !== '' });
  const [dimension, setDimension] = useState<string | null>(null);
  if (id === '') {
    return <NotFoundPage />;
  }
  const name = archive.data?.student.name;
  return (
    <Page
      title={name === undefined ? t('archive.title') : t('archive.titleOf', { name })}
      back={{
        to: studentId === undefined ? '/records' : `/students/${studentId}/records`,
        label: t('shell.back'),
      }}
      actions={
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('archive.print')}
        </Button>
      }
    >
      {studentId === undefined && <ChildPicker {...own} />}
      <Answer of={archive}>
        {({ student, sealed, dimensions, entries }) => (
          <div className="po-archive">
            <p className="po-muted">
              {student.schoolName} {student.className} · {t('archive.count', { count: entries.length })} ·{' '}
              {sealed && <LockOutlined aria-hidden />} {t(sealed ? 'archive.sealed' : 'archive.growing')}
            </p>
            <p className="po-print-only po-muted">
              {t('archive.printedAt', { when: dateOf(new Date().toISOString(), true) })}
            </p>
            {entries.length === 0 ? (
              <EmptyState title={t('archive.none')} hint={t('archive.noneHint')} />
            ) : (
              <>
                <DimensionCounts dimensions={dimensions} chosen={dimension} onChoose={setDimension} />
                {entriesByTerm(entries, dimension).map((term) => (
                  <section
                    key={term.termSlot}
                    className="po-section"
                    aria-labelledby={`term-${term.termSlot}`}
                  >
                    <h2 id={`term-${term.termSlot}`}>{term.termName}</h2>
                    <ul className="po-entries">
                      {term.entries.map((entry) => (
                        <li key={entry.id}>
                          <ArchiveEntryCard entry={entry} />
                        </li>
                      ))}
                    </ul>
                  </section>
                ))}
                <p className="po-muted po-small">{t('archive.sealHint')}</p>
              </>
            )}
          </div>
        )}
      </Answer>
    </Page>
  );
}
