import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { executeMigration, tryMigration } from '../../../contracts/api/migrations.ts';
import { getLayer } from '../../../contracts/api/plans.ts';
import { useApi } from '../../../ui/api/api-context.tsx';
import { randomKey } from '../../../ui/api/browser-client.ts';
import { answerKey } from '../../../ui/api/use-answer.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { FormAlert } from '../../app/form-alert.tsx';
import { ReasonField } from '../../app/reason-field.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import type { MigratedElements, MigrationAbout } from './mapping.ts';
import { MigrationResults, type ResultItem } from './migration-results.tsx';
import { useBatches } from './use-batches.ts';

interface MigrationRunProps {
  readonly about: MigrationAbout;
  readonly mappings: z.input<typeof tryMigration.body>['mappings'];
  readonly elements: MigratedElements;
  readonly running: number;
  /** Nothing is wrong with the mapping as such. */
  readonly sound: boolean;
}

/** Instances in one transaction: each batch is over in a moment. */
const batchSize = 100;

/** First the dry run, a result for each flow; only then, for this very mapping, the migration. */
export function MigrationRun({ about, mappings, elements, running, sound }: MigrationRunProps) {
  const { t } = useTranslation('portal');
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const dry = useBatches<ResultItem>();
  const real = useBatches<ResultItem>();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  /** A batch that was sent without an answer is sent again under the same key. */
  const keys = useRef(new Map<string, string>());
  const missing = reason.trim() === '';
  const works = dry.items.filter(({ findings }) => findings.length === 0).length;
  const body = { to: about.to, processKey: about.processKey, mappings, limit: batchSize };
  const inBatch = (after: string | undefined) => (after === undefined ? body : { ...body, after });
  const keyOf = (after = '') => {
    const key = keys.current.get(after) ?? randomKey();
    keys.current.set(after, key);
    return key;
  };
  const tryAll = () =>
    dry.run((after) => api.call(tryMigration, { params: { id: about.from }, body: inBatch(after) }));
  const execute = async () => {
    setChecked(true);
    if (missing) return;
    const over = await real.run((after) =>
      api.call(executeMigration, {
        params: { id: about.from },
        body: { ...inBatch(after), reason: reason.trim() },
        idempotencyKey: keyOf(after),
      }),
    );
    void queries.invalidateQueries({ queryKey: answerKey(getLayer) });
    if (over) announce(t('operations.migration.over'));
  };
  const begun = real.state !== 'idle';
  const shown = begun ? real : dry;
  return (
    <section className="po-section" aria-labelledby="run-title">
      <h2 id="run-title">{t(begun ? 'operations.migration.result' : 'operations.migration.dryRun')}</h2>
      {!begun && <p className="po-muted">{t('operations.migration.dryRunHint')}</p>}
      {shown.state === 'running' && (
        <ProgressBar label={t('operations.migration.progress')} done={shown.items.length} total={running} />
      )}
      <FormAlert failure={shown.failure} />
      {shown.state !== 'idle' && (
        <MigrationResults
          items={shown.items}
          done={begun}
          elements={elements}
          over={shown.state === 'done'}
        />
      )}
      {!begun && (
        <div className="po-buttons">
          <Button
            type={dry.state === 'done' ? 'default' : 'primary'}
            disabled={!sound}
            loading={dry.state === 'running'}
            onClick={() => void tryAll()}
          >
            {t(dry.state === 'stopped' ? 'operations.migration.goOn' : 'operations.migration.try')}
          </Button>
        </div>
      )}
      {dry.state === 'done' && works > 0 && real.state !== 'done' && (
        <div className="po-op-execute">
          <ReasonField
            value={reason}
            missing={checked && missing}
            hint={t('operations.migration.reasonHint')}
            disabled={begun}
            onChange={setReason}
          />
          <Button
            type="primary"
            size="large"
            loading={real.state === 'running'}
            onClick={() => void execute()}
          >
            {real.state === 'stopped'
              ? t('operations.migration.goOn')
              : t('operations.migration.execute', { count: works })}
          </Button>
        </div>
      )}
    </section>
  );
}
