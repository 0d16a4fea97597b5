import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeTable } from './change-table.tsx';
import type { ComparedArtefact } from './compared-artefact.ts';
import { ComparedDecisions } from './compared-decisions.tsx';
import { ComparedDiagrams } from './compared-diagrams.tsx';
import { ComparedForms } from './compared-forms.tsx';
import { artefactName, type Comparison } from './comparison.ts';
import type { ElementComments } from './element-comment.tsx';

interface ComparedArtefactPageProps {
  readonly comparison: Comparison;
  readonly above: readonly PlanLayer[];
  readonly artefact: ComparedArtefact;
  readonly changes: readonly PlanChange[];
  readonly comments?: ElementComments;
}

/** One form, flow, decision or the settings: both pictures side by side where there are some, and every change in words. */
export function ComparedArtefactPage({
  comparison,
  above,
  artefact,
  changes,
  comments,
}: ComparedArtefactPageProps) {
  const { t } = useTranslation('designer');
  const [chosen, setChosen] = useState<string | null>(null);
  const { kind, key } = artefact;
  const name = artefactName(comparison, artefact) ?? t('comparison.settings');
  return (
    <section className="de-compared" aria-label={name}>
      <h2>{name}</h2>
      {changes.length === 0 && (
        <p className="de-muted">{t('comparison.sameHere', { base: comparison.base.name })}</p>
      )}
      {kind === 'process' && (
        <ComparedDiagrams
          process={key}
          comparison={comparison}
          changes={changes}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      {changes.length > 0 && (
        <ChangeTable
          name={name}
          comparison={comparison}
          above={above}
          changes={changes}
          comments={comments}
          chosen={chosen}
          onChoose={kind === 'process' ? setChosen : undefined}
        />
      )}
      {kind === 'decision' && <ComparedDecisions decision={key} comparison={comparison} changes={changes} />}
      {kind === 'form' && <ComparedForms form={key} comparison={comparison} changes={changes} />}
    </section>
  );
}
