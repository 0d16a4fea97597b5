import { CheckCircleOutlined, ExclamationCircleOutlined, SyncOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNextAct } from '../filing/use-next-act.ts';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { SupersededLines } from './superseded-lines.tsx';

interface PublishFieldsProps {
  readonly version: number;
  /** What will happen, where it is not that the draft is published. */
  readonly lead?: string;
  /** undefined: they are still being looked for. */
  readonly problems: number | undefined;
  readonly checkFailure: string | null;
  readonly failure: string | null;
  readonly note: string;
  readonly options: readonly number[];
  readonly cohorts: readonly number[];
  readonly onNote: (note: string) => void;
  readonly onCohorts: (cohorts: readonly number[]) => void;
  readonly onShowFindings: () => void;
  /** First day of the version; absent: it is not for this page to say. */
  readonly firstDay?: { readonly value: string; readonly onChange: (day: string) => void };
}

/** What publishing does, in words, and what it asks for. */
export function PublishFields(props: PublishFieldsProps) {
  const { t } = useTranslation('designer');
  const { bundles } = useWorkbench();
  const { version, cohorts, failure } = props;
  const id = useId();
  const running = bundles.reduce((sum, bundle) => sum + bundle.running, 0);
  return (
    <div className="de-publish">
      <div role="alert" className="de-publish-alert">
        {failure !== null && <Alert type="warning" showIcon title={failure} />}
      </div>
      {props.lead !== undefined && <p>{props.lead}</p>}
      <p hidden={props.lead !== undefined}>
        {t('publishing.dialog.what', { version })}{' '}
        {running > 0
          ? t('publishing.dialog.running', { version, count: running })
          : t('publishing.dialog.nothingRunning', { version })}
      </p>
      <CheckLine {...props} />
      <div className="de-field">
        <label htmlFor={`${id}-note`}>{t('publishing.dialog.note')}</label>
        <Input.TextArea
          id={`${id}-note`}
          aria-describedby={`${id}-note-hint`}
          autoSize={{ minRows: 2, maxRows: 4 }}
          maxLength={200}
          showCount
          value={props.note}
          onChange={(event) => props.onNote(event.target.value)}
        />
        <p id={`${id}-note-hint`} className="de-muted de-small">
          {t('publishing.dialog.noteHint')}
        </p>
      </div>
      <fieldset className="de-field" aria-describedby={`${id}-cohorts-hint`}>
        <legend>{t('publishing.dialog.cohorts')}</legend>
        <div className="de-cohorts">
          {props.options.map((year) => (
            <Checkbox
              key={year}
              checked={cohorts.includes(year)}
              onChange={({ target }) =>
                props.onCohorts(target.checked ? [...cohorts, year] : cohorts.filter((one) => one !== year))
              }
            >
              {t('publishing.dialog.cohort', { year })}
            </Checkbox>
          ))}
        </div>
        <p id={`${id}-cohorts-hint`} className="de-muted de-small">
          {t('publishing.dialog.cohortsHint')}
        </p>
        <SupersededLines cohorts={cohorts} />
        {props.options.length > 0 && cohorts.length === 0 && (
          <p className="de-field-error" role="alert">
            {t('publishing.dialog.cohortMissing')}
          </p>
        )}
      </fieldset>
      {props.firstDay && <FirstDay {...props.firstDay} />}
    </div>
  );
}

function FirstDay({ value, onChange }: NonNullable<PublishFieldsProps['firstDay']>) {
  const { t } = useTranslation('designer');
  const id = useId();
  return (
    <div className="de-field">
      <label htmlFor={id}>{t('publishing.schedule.firstDay')}</label>
      <Input
        id={id}
        type="date"
        className="de-first-day"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className="de-muted de-small">
        {t('publishing.schedule.firstDayHint')}
      </p>
    </div>
  );
}

function CheckLine({ problems, checkFailure, onShowFindings }: PublishFieldsProps) {
  const { t } = useTranslation('designer');
  const act = useNextAct();
  if (checkFailure !== null) return <Alert type="error" showIcon title={checkFailure} />;
  if (problems === undefined)
    return (
      <p role="status" className="de-muted">
        <SyncOutlined aria-hidden /> {t('publishing.dialog.checking')}
      </p>
    );
  if (problems === 0)
    return (
      <p role="status" className="de-clean">
        <CheckCircleOutlined aria-hidden /> {t('publishing.dialog.clean')}
      </p>
    );
  return (
    <p role="status" className="de-found">
      <ExclamationCircleOutlined aria-hidden /> {t(`publishing.findings.found.${act}`, { count: problems })}
      <Button type="link" size="small" onClick={onShowFindings}>
        {t('publishing.dialog.show')}
      </Button>
    </p>
  );
}
