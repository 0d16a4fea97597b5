import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  importRoster,
  previewRoster,
  type RosterReport,
  rosterKinds,
  rosterTemplate,
} from '../../contracts/api/organisation.ts';
import { useApi } from '../../ui/api/api-context.tsx';
import { ApiProblem, NetworkFailure } from '../../ui/api/api-problem.ts';
import { useIntention } from '../../ui/api/use-intention.ts';
import { FileDrop } from '../../ui/file/FileDrop.tsx';
import { ForbiddenPage } from '../app/forbidden-page.tsx';
import { FormAlert } from '../app/form-alert.tsx';
import { Page } from '../app/page.tsx';
import { useProblemText } from '../app/problem-words.ts';
import { useMe } from '../session/me-context.ts';
import { unitsWithRole } from '../session/own-units.ts';
import { RosterCounts } from './roster-counts.tsx';
import { RosterErrors } from './roster-errors.tsx';
import { rosterFault, rosterFormat } from './roster-file.ts';
import './roster.css';

type Kind = (typeof rosterKinds)[number];
const importers = ['city-admin', 'district-admin', 'school-admin'] as const;

/** Choose a file, see what it would do, import it when nothing is wrong with it. */
export function RosterPage() {
  const { t } = useTranslation('portal');
  const api = useApi();
  const textOf = useProblemText();
  const intention = useIntention();
  const units = unitsWithRole(useMe(), importers);
  const [unitId, setUnitId] = useState(units[0]?.id ?? '');
  const [kind, setKind] = useState<Kind>('pupils');
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<RosterReport | null>(null);
  const [imported, setImported] = useState(false);
  const [busy, setBusy] = useState<{ words: string } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  if (unitId === '') {
    return <ForbiddenPage />;
  }

  const inputOf = (chosen: File, csvKind: Kind) => {
    const format = rosterFormat(chosen.name) ?? 'xlsx';
    return {
      params: { id: unitId },
      query: format === 'csv' ? { format, kind: csvKind } : { format },
      rawBody: chosen,
      onProgress: (share: number) =>
        share < 1 && setBusy({ words: t('roster.uploading', { percent: Math.round(share * 100) }) }),
    };
  };

  const refused = (error: unknown) => {
    if (!(error instanceof NetworkFailure)) intention.settled();
    const found = reportIn(error);
    if (found !== null) setReport(found);
    setFailure(textOf(error));
  };

  const check = async (chosen: File, csvKind: Kind) => {
    setFile(chosen);
    setReport(null);
    setImported(false);
    const fault = rosterFault(chosen);
    setFailure(fault === null ? null : t(`roster.${fault}`, { name: chosen.name }));
    if (fault !== null) return;
    setBusy({ words: t('roster.checking', { name: chosen.name }) });
    try {
      setReport(await api.call(previewRoster, inputOf(chosen, csvKind)));
    } catch (error) {
      refused(error);
    } finally {
      setBusy(null);
    }
  };

  const send = async (chosen: File) => {
    setFailure(null);
    setBusy({ words: t('roster.importing') });
    try {
      const about = { unitId, kind, name: chosen.name, size: chosen.size, at: chosen.lastModified };
      setReport(
        await api.call(importRoster, { ...inputOf(chosen, kind), idempotencyKey: intention.keyFor(about) }),
      );
      intention.settled();
      setImported(true);
    } catch (error) {
      refused(error);
    } finally {
      setBusy(null);
    }
  };

  const clean = report !== null && report.errors.length === 0;
  const isCsv = file !== null && rosterFormat(file.name) === 'csv';
  return (
    <Page title={t('roster.title')}>
      <p className="po-muted">
        {t('roster.intro')}{' '}
        <a href={rosterTemplate.path} download>
          {t('roster.template')}
        </a>
      </p>
      {units.length > 1 && (
        <Select
          aria-label={t('roster.unit')}
          value={unitId}
          onChange={(id) => {
            setUnitId(id);
            setReport(null);
          }}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      )}
      <FileDrop
        file={file}
        accept=".xlsx,.csv"
        words={{
          drop: t('roster.drop'),
          choose: t('roster.choose'),
          another: t('roster.another'),
          hint: t('roster.dropHint'),
        }}
        disabled={busy !== null}
        onFile={(chosen) => void check(chosen, kind)}
      />
      {isCsv && (
        <p className="po-roster-kind">
          <span id="roster-kind">{t('roster.kind')}</span>
          <Select
            aria-labelledby="roster-kind"
            value={kind}
            onChange={(next) => {
              setKind(next);
              if (file !== null) void check(file, next);
            }}
            options={rosterKinds.map((one) => ({ value: one, label: t(`roster.kinds.${one}`) }))}
          />
        </p>
      )}
      <p role="status" className="po-muted">
        {busy?.words}
      </p>
      <FormAlert failure={failure} />
      {report !== null && (
        <>
          {imported ? <Imported report={report} /> : <Verdict report={report} />}
          <RosterErrors errors={report.errors} />
          <RosterCounts report={report} />
          {clean && !imported && file !== null && (
            <p className="po-buttons">
              <Button type="primary" size="large" loading={busy !== null} onClick={() => void send(file)}>
                {t('roster.import')}
              </Button>
            </p>
          )}
        </>
      )}
    </Page>
  );
}

function Verdict({ report }: { readonly report: RosterReport }) {
  const { t } = useTranslation('portal');
  const count = report.errors.length;
  return (
    <section className="po-verdict" data-clean={count === 0}>
      <h2>{count === 0 ? t('roster.clean') : t('roster.dirty', { count })}</h2>
      {count > 0 && <p>{t('roster.dirtyHint')}</p>}
    </section>
  );
}

function Imported({ report }: { readonly report: RosterReport }) {
  const { t } = useTranslation('portal');
  const sum = (column: 'created' | 'updated' | 'unchanged') =>
    report.sheets.reduce((total, sheet) => total + sheet[column], 0);
  return (
    <section className="po-verdict" data-clean="true" role="status">
      <h2>{t('roster.done')}</h2>
      <p>
        {t('roster.doneHint', {
          created: sum('created'),
          updated: sum('updated'),
          unchanged: sum('unchanged'),
        })}
      </p>
    </section>
  );
}

/** The report that a refused import carries: which rows were wrong. */
function reportIn(error: unknown): RosterReport | null {
  if (!(error instanceof ApiProblem) || error.code !== 'roster-invalid') return null;
  const parsed = previewRoster.response.safeParse(error.detail.report);
  return parsed.success ? parsed.data : null;
}
