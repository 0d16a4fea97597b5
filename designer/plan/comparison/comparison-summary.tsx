import type { PlanChange } from '@oneplan/runtime/plan/diff/plan-change.ts';
import type { PlanLayer } from '@oneplan/runtime/plan/locks/plan-layer.ts';
import { sayExactly } from '@oneplan/runtime/ui/dates.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '../manifest/facts.tsx';
import { useWorkbench } from '../workbench/workbench-context.ts';
import { ChangeTable } from './change-table.tsx';
import { ChangeTag } from './change-tag.tsx';
import { type ComparedArtefact, countChanges } from './compared-artefact.ts';
import { artefactName, type Comparison } from './comparison.ts';
import type { ElementComments } from './element-comment.tsx';

interface ComparisonSummaryProps {
  readonly comparison: Comparison;
  readonly above: readonly PlanLayer[];
  readonly linkTo: (artefact: ComparedArtefact) => string;
  /** of the base */
  readonly fingerprint?: string;
  readonly comments?: ElementComments;
}

/** 修改对照表: every change on one page, printed as the annex of the filing. */
export function ComparisonSummary({
  comparison,
  above,
  linkTo,
  fingerprint,
  comments,
}: ComparisonSummaryProps) {
  const { t } = useTranslation('designer');
  const { layer } = useWorkbench();
  const { base, mine, changes, artefacts } = comparison;
  const { t: ui } = useTranslation('ui');
  const [drawnUp] = useState(() => sayExactly(new Date(), { t: (key, values) => ui(key, values ?? {}) }));
  return (
    <article className="de-annex">
      <h2>{t('comparison.annex.title', { plan: layer.planName, name: layer.orgUnit.name })}</h2>
      <Facts
        items={[
          [
            t('comparison.annex.compared'),
            t('comparison.annex.comparedWith', { mine: mine.name, base: base.name }),
          ],
          ...(fingerprint === undefined
            ? []
            : [
                [
                  t('comparison.annex.fingerprint', { name: base.name }),
                  <code key="fingerprint" className="de-fingerprint">
                    {fingerprint}
                  </code>,
                ] as const,
              ]),
          [t('comparison.annex.total'), <Counts key="total" changes={changes} />],
          [t('comparison.annex.printed'), drawnUp],
        ]}
      />
      {artefacts.map((artefact) => {
        const name = artefactName(comparison, artefact) ?? t('comparison.settings');
        return (
          <section key={`${artefact.kind}/${artefact.key}`}>
            <h3>
              <Link to={linkTo(artefact)}>{name}</Link> <Counts changes={artefact.changes} />
            </h3>
            <ChangeTable
              name={name}
              comparison={comparison}
              above={above}
              changes={artefact.changes}
              comments={comments}
            />
          </section>
        );
      })}
    </article>
  );
}

const order = ['added', 'changed', 'removed', 'moved'] as const;

function Counts({ changes }: { readonly changes: readonly PlanChange[] }) {
  const { t } = useTranslation('designer');
  const counts = countChanges(changes);
  return (
    <span className="de-counts">
      {order
        .filter((change) => counts[change] > 0)
        .map((change) => (
          <ChangeTag
            key={change}
            change={change}
            label={t(`comparison.counts.${change}`, { count: counts[change] })}
          />
        ))}
    </span>
  );
}
