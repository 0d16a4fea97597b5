import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkMigration, type suggestMigration } from '../../../contracts/api/migrations.ts';
import type { AnswerOf } from '../../../ui/api/client.ts';
import { assign, type MigrationAbout, mappingOf, mappingsOf } from './mapping.ts';
import { MappingDiagrams } from './mapping-diagrams.tsx';
import { MappingTable } from './mapping-table.tsx';
import { MigrationRun } from './migration-run.tsx';
import { PlanFindings } from './plan-findings.tsx';
import { usePosted } from './use-posted.ts';

interface MigrationPlanProps {
  readonly about: MigrationAbout;
  readonly name: string;
  /** Numbers of the versions. */
  readonly versions: { readonly from: number; readonly to: number };
  readonly xml: { readonly from: string; readonly to: string };
  readonly suggestion: AnswerOf<typeof suggestMigration>;
}

/** What becomes of each step, seen in both pictures; what is wrong with it; the dry run, and the migration. */
export function MigrationPlan({ about, name, versions, xml, suggestion }: MigrationPlanProps) {
  const { t } = useTranslation('portal');
  const { elements, running } = suggestion;
  const [mapping, setMapping] = useState(() => mappingOf(suggestion.mappings));
  const [chosen, setChosen] = useState<string | null>(null);
  const mappings = mappingsOf(mapping, elements);
  const check = usePosted(checkMigration, {
    params: { id: about.from },
    body: { to: about.to, processKey: about.processKey, mappings },
  });
  return (
    <>
      <section className="po-section" aria-labelledby="mapping-title">
        <div className="po-section-head">
          <h2 id="mapping-title">{name}</h2>
          <span className="po-muted">{t('operations.migration.running', { count: running })}</span>
        </div>
        <p className="po-muted">{t('operations.migration.mappingHint')}</p>
        <MappingDiagrams
          xml={xml}
          versions={versions}
          mapping={mapping}
          elements={elements}
          chosen={chosen}
        />
        <MappingTable
          elements={elements}
          mapping={mapping}
          onLook={setChosen}
          onAssign={(from, to) => {
            setMapping(assign(mapping, elements, from, to));
            setChosen(from);
          }}
          onTrigger={(from, updateTrigger) => {
            const before = mapping[from];
            if (before) setMapping({ ...mapping, [from]: { ...before, updateTrigger } });
          }}
        />
        {check !== null && <PlanFindings findings={check.findings} elements={elements} />}
      </section>
      <MigrationRun
        key={JSON.stringify(mappings)}
        about={about}
        mappings={mappings}
        elements={elements}
        running={running}
        sound={check?.findings.length === 0}
      />
    </>
  );
}
