import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestMigration } from '../../../contracts/api/migrations.ts';
import { getBundle } from '../../../contracts/api/plans.ts';
import type { AnswerOf } from '../../../ui/api/client.ts';
import { useAnswer } from '../../../ui/api/use-answer.ts';
import { EmptyState } from '../../../ui/state/EmptyState.tsx';
import { Answer } from '../../app/answer.tsx';
import { Field } from '../../app/field.tsx';
import { MigrationPlan } from './migration-plan.tsx';

type Bundle = AnswerOf<typeof getBundle>;

interface BetweenVersionsProps {
  readonly from: string;
  readonly to: string;
}

/** The flows that both versions have; one of them is planned at a time. */
export function BetweenVersions({ from, to }: BetweenVersionsProps) {
  const before = useAnswer(getBundle, { params: { id: from } });
  const after = useAnswer(getBundle, { params: { id: to } });
  return (
    <Answer of={before}>
      {(running) => <Answer of={after}>{(other) => <Shared from={running} to={other} />}</Answer>}
    </Answer>
  );
}

const processOf = ({ files }: Bundle, key: string) =>
  files.find((file) => file.kind === 'process' && file.key === key)?.content;

/** Names of the flows, as the manifest of a version gives them. */
function namesIn({ files }: Bundle): ReadonlyMap<string, string> {
  const manifest = JSON.parse(files.find(({ kind }) => kind === 'manifest')?.content ?? '{}') as {
    processes?: { key: string; name: string }[];
  };
  return new Map((manifest.processes ?? []).map(({ key, name }) => [key, name]));
}

function Shared({ from, to }: { readonly from: Bundle; readonly to: Bundle }) {
  const { t } = useTranslation('portal');
  const names = namesIn(from);
  const keys = from.files.flatMap(({ kind, key }) =>
    kind === 'process' && processOf(to, key) !== undefined ? [key] : [],
  );
  const [chosen, setChosen] = useState(keys[0] ?? '');
  const ids = { params: { id: from.bundle.id }, query: { to: to.bundle.id, processKey: chosen } };
  const suggestion = useAnswer(suggestMigration, ids, { enabled: chosen !== '', fresh: true });
  if (chosen === '')
    return (
      <EmptyState
        title={t('operations.migration.noProcess')}
        hint={t('operations.migration.noProcessHint')}
      />
    );
  return (
    <>
      {keys.length > 1 && (
        <div className="po-op-fields">
          <Field label={t('operations.process')}>
            {(control) => (
              <Select
                {...control}
                value={chosen}
                onChange={setChosen}
                options={keys.map((key) => ({ value: key, label: names.get(key) ?? key }))}
              />
            )}
          </Field>
        </div>
      )}
      <Answer of={suggestion}>
        {(data) => (
          <MigrationPlan
            key={chosen}
            about={{ from: from.bundle.id, to: to.bundle.id, processKey: chosen }}
            name={names.get(chosen) ?? chosen}
            versions={{ from: from.bundle.version, to: to.bundle.version }}
            xml={{ from: processOf(from, chosen) ?? '', to: processOf(to, chosen) ?? '' }}
            suggestion={data}
          />
        )}
      </Answer>
    </>
  );
}
